import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCommand, parseWatch } from '../../../utils/messages/incoming';
import type { Command } from '../../../utils/messages/messages';
import { isOurView, type Sender } from '../../../utils/messages/sender';
import { ownAction as ownWith } from '../../gallery/data/own-actions';
import { endpointWith, sourceWith } from '../support';

const ownAction = ownWith();

const id = 'abcdefghijklmnop';
const origin = `chrome-extension://${id}`;

describe('a sender', () => {
  test.each<[string, Sender]>([
    ['the popup', { id, origin }],
    ['a page of ours in a tab', { id, origin, tab: {}, frameId: 0 }],
  ])('is a view of ours: %s', (_, sender) => expect(isOurView(sender, id, origin)).toBe(true));

  test.each<[string, Sender]>([
    ['another extension', { id: 'another', origin: 'chrome-extension://another' }],
    ['a content script', { id, origin: 'https://example.org', tab: {}, frameId: 0 }],
    [
      'a content script that claims our address',
      { id, origin: 'https://example.org', tab: {}, frameId: 0 },
    ],
    ['a page of ours in a frame of a site', { id, origin, tab: {}, frameId: 3 }],
    ['a tab without a frame', { id, origin, tab: {} }],
    ['another extension under our origin', { id: 'another', origin }],
    ['a look-alike origin', { id, origin: `${origin}.evil.example` }],
    ['our id as a host', { id, origin: `https://${id}` }],
    ['a file', { id, origin: 'null' }],
    ['a data address', { id, origin: 'data:' }],
    ['nothing at all', {}],
    ['no origin', { id }],
  ])('is nobody of ours: %s', (_, sender) => expect(isOurView(sender, id, origin)).toBe(false));
});

describe('a command', () => {
  const source = sourceWith();

  const samples: { readonly [K in Command['kind']]: Extract<Command, { kind: K }> } = {
    preview: { kind: 'preview', tabId: 1, wants: 'selection-or-page' },
    'delete-lines': {
      kind: 'delete-lines',
      unwanted: {
        kind: 'lines',
        query: { from: '', to: '~', model: null, actionId: 'summarize', site: '' },
      },
    },
    'storage-trouble': { kind: 'storage-trouble' },
    'begin-database': { kind: 'begin-database' },
    'undo-lines': { kind: 'undo-lines', deletion: 1 },
    'preview-picture': { kind: 'preview-picture', tabId: 1 },
    'has-picture': { kind: 'has-picture', tabId: 1 },
    'preview-pasted': { kind: 'preview-pasted', tabId: 1, text: 'a text' },
    'shield-site': { kind: 'shield-site', tabId: 1, site: 'example.org', up: true },
    'rule-site': {
      kind: 'rule-site',
      tabId: 1,
      rule: { site: 'example.org', action: 'explain', language: null, model: 'claude-opus-5-5' },
    },
    'preview-source': {
      kind: 'preview-source',
      tabId: 1,
      source,
      shielded: true,
      picked: { endpointId: 'own', model: 'm' },
    },
    start: {
      kind: 'start',
      tabId: 1,
      actionId: 'explain',
      controls: { length: 'short', language: 'same' },
      question: 'Why?',
      source,
      shielded: false,
      endpointId: null,
    },
    compare: {
      kind: 'compare',
      tabId: 1,
      actionId: 'explain',
      controls: {},
      question: '',
      source,
      shielded: false,
      endpointId: 'own',
      model: 'claude-opus-5-5',
    },
    count: {
      kind: 'count',
      tabId: 1,
      actionId: 'explain',
      controls: {},
      question: '',
      source,
      shielded: true,
      endpointId: 'anthropic',
    },
    'cheaper-before': {
      kind: 'cheaper-before',
      tabId: 1,
      actionId: 'explain',
      controls: {},
      question: '',
      source,
      shielded: true,
      endpointId: 'anthropic',
    },
    'source-before': {
      kind: 'source-before',
      way: 'part',
      tabId: 1,
      actionId: 'explain',
      controls: {},
      question: '',
      source,
      shielded: true,
      endpointId: 'anthropic',
    },
    'start-request': {
      kind: 'start-request',
      tabId: 1,
      actionId: 'ask',
      controls: {},
      question: 'Why?',
      source,
      shielded: true,
      endpointId: 'own',
    },
    'turn-request': { kind: 'turn-request', runId: 'r', turnId: null },
    'start-on-page': { kind: 'start-on-page', tabId: 1, actionId: 'summarize' },
    confirm: { kind: 'confirm', runId: 'r' },
    'choose-pages': { kind: 'choose-pages', runId: 'r', from: 2, to: 3 },
    stop: { kind: 'stop', runId: 'r' },
    budget: { kind: 'budget' },
    'stop-waiting': { kind: 'stop-waiting' },
    'try-again': { kind: 'try-again', runId: 'r', tabId: 1, unsaved: false },
    ask: { kind: 'ask', runId: 'r', tabId: 1, question: 'Why?', unsaved: false },
    'cheaper-ways': { kind: 'cheaper-ways', runId: 'r', tabId: 1 },
    'take-cheaper': {
      kind: 'take-cheaper',
      runId: 'r',
      tabId: 1,
      way: { kind: 'model', endpointId: 'own', model: 'm' },
    },
    withdraw: { kind: 'withdraw', runId: 'r' },
    'try-allowed': { kind: 'try-allowed' },
    'put-text': { kind: 'put-text', runId: 'r', tabId: 1, how: 'insert', text: 'new' },
    'show-passage': {
      kind: 'show-passage',
      tabId: 1,
      wanted: { text: 'old', near: ['an ', ' one'] },
    },
    parsed: { kind: 'parsed', id: 'p', page: null },
    'what-fits': { kind: 'what-fits', runId: 'r' },
    'try-fitting': { kind: 'try-fitting', runId: 'r', tabId: 1, model: null },
    seen: { kind: 'seen', runId: 'r', tabId: 1, aside: true },
    file: { kind: 'file', fileId: 'f' },
    'delete-run': { kind: 'delete-run', runId: 'r' },
    'undo-delete': { kind: 'undo-delete', runId: 'r' },
    'delete-all-runs': { kind: 'delete-all-runs' },
    'complete-history': { kind: 'complete-history' },
    'key-status': { kind: 'key-status', endpointId: 'anthropic' },
    'save-key': {
      kind: 'save-key',
      endpointId: 'own',
      origin: 'https://gateway.example.org',
      key: 'k',
      keep: 'session',
    },
    'test-key': { kind: 'test-key', endpointId: 'own' },
    'forget-key': { kind: 'forget-key', endpointId: 'own' },
    'move-key': { kind: 'move-key', endpointId: 'own', keep: 'passphrase', passphrase: 'p' },
    'lock-status': { kind: 'lock-status' },
    unlock: { kind: 'unlock', passphrase: 'p' },
    'lock-now': { kind: 'lock-now' },
    'change-passphrase': { kind: 'change-passphrase', passphrase: 'p', next: 'p'.repeat(10) },
    'forget-passphrase': { kind: 'forget-passphrase' },
    'change-settings': { kind: 'change-settings', change: { answerLanguage: null } },
    'save-actions': { kind: 'save-actions', actions: [ownAction] },
    'delete-actions': { kind: 'delete-actions', ids: [ownAction.id] },
    'import-actions': { kind: 'import-actions', text: '{}' },
    'plan-action': {
      kind: 'plan-action',
      action: ownAction,
      runId: null,
      sample: { title: '', text: 'A text' },
    },
    restore: { kind: 'restore', text: '{}' },
  };
  test.each(Object.values(samples))('is understood: $kind', (message) =>
    expect(parseCommand(message)).toEqual(message),
  );

  const own = 'own:9f7b2c1e-0000-4000-8000-000000000000';
  const changing = (change: object) => ({ kind: 'change-settings', change });

  test.each([
    { theme: 'dark', textSize: 'larger', uiLanguage: 'pt-BR' },
    { endpoints: [endpointWith()], endpoint: 'own' },
    { endpoints: [endpointWith({ baseUrl: 'http://localhost:11434', auth: 'none' })] },
    { endpoint: 'device', hiddenActions: ['explain'] },
    {
      controls: { summarize: { format: 'table' }, [own]: { tone: 'formal' } },
      hiddenActions: [own],
    },
    { confirmAbove: 0, monthlyLimit: 20_000_000_000, retentionDays: null, menuView: 'panel' },
    {},
  ])('may change %j', (change) => expect(parseCommand(changing(change))).toEqual(changing(change)));

  test('may choose pages from the first on', () => {
    const from = (page: number) => ({ ...samples['choose-pages'], from: page, to: 3 });
    expect(parseCommand(from(1))).toEqual(from(1));
    expect(parseCommand(from(0))).toBeNull();
  });

  test('that changes a setting to undefined changes nothing', () => {
    const command = changing({ theme: undefined, textSize: 'large' });
    expect(parseCommand(command)).toStrictEqual(changing({ textSize: 'large' }));
  });

  test.each([
    null,
    'preview',
    { kind: 'read-key' },
    { kind: 'preview' },
    { kind: 'preview', tabId: '1' },
    { kind: 'preview', tabId: -2, wants: 'selection-or-page' },
    { kind: 'preview', tabId: 1, extra: true },
    { ...samples.start, actionId: 'delete-everything' },
    { ...samples.start, actionId: 'own:me' },
    { ...samples.start, controls: { length: 'endless' } },
    { ...samples.start, controls: { size: 'short' } },
    { ...samples.start, question: '?'.repeat(10_001) },
    { ...samples.start, source: { ...source, text: '' } },
    { ...samples.start, source: { ...source, more: 1 } },
    { ...samples.start, endpointId: undefined },
    { ...samples.start, endpointId: 'x'.repeat(65) },
    { kind: 'seen', runId: 'r', tabId: 1 },
    { ...samples['save-key'], key: '' },
    { ...samples['save-key'], key: 'k'.repeat(5000) },
    { ...samples['save-key'], keep: 'sync' },
    { ...samples['save-key'], origin: undefined },
    { ...samples['save-key'], origin: `https://${'x'.repeat(2000)}` },
    { ...samples['save-key'], more: 1 },
    { ...samples['move-key'], keep: 'sync' },
    { ...samples['move-key'], key: 'k' },
    { kind: 'unlock' },
    { kind: 'unlock', passphrase: 'p'.repeat(1001) },
    { kind: 'lock-now', passphrase: 'p' },
    { ...samples['change-passphrase'], next: 'too short' },
    { kind: 'key-status' },
    { kind: 'forget-key' },
    { kind: 'test-key', endpointId: 7 },
    { kind: 'restore' },
    { kind: 'restore', text: {} },
    { ...samples.start, answers: ['?'.repeat(10_001)] },
    { ...samples['save-actions'], actions: [{ ...ownAction, prompt: '{{nothing}}' }] },
    { ...samples['save-actions'], actions: Array.from({ length: 101 }, () => ownAction) },
    { ...samples['plan-action'], action: { ...ownAction, run: 'code' } },
    changing({ thresholds: 0 }),
    changing({ model: 'm' }),
    changing({ theme: 'pink' }),
    changing({ hiddenActions: ['summarize'] }),
    changing({ confirmAbove: -1 }),
    changing({ confirmAbove: 0.5 }),
    changing({ retentionDays: 0 }),
    changing({ uiLanguage: 'tlh' }),
    changing({ endpoints: [endpointWith({ model: '' })] }),
    changing({ endpoints: [endpointWith({ model: 'x'.repeat(201) })] }),
    changing({ endpoints: [endpointWith({ baseUrl: 'http://10.0.0.1' })] }),
    changing({ endpoints: [endpointWith({ baseUrl: 'https://gateway.example.org/' })] }),
    changing({ endpoints: [endpointWith({ baseUrl: 'javascript:alert(1)' })] }),
    changing({ endpoints: [endpointWith({ id: 'device' })] }),
    changing({ endpoints: [endpointWith(), endpointWith({ name: 'Twice' })] }),
    changing({ endpoints: [{ ...endpointWith(), key: 'sk-ant-demo' }] }),
  ])('is not understood: %j', (message) => expect(parseCommand(message)).toBeNull());

  test.each(Object.values(samples))('with a field more is not understood: $kind', (sample) =>
    expect(parseCommand({ ...sample, more: true })).toBeNull(),
  );

  test('of any other shape is not understood and does no harm', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (message) => {
        expect(parseCommand(message)).toBeNull();
        expect(parseWatch(message)).toBeNull();
      }),
    );
  });
});

describe('a watch', () => {
  test.each([
    { kind: 'tab', tabId: 1, last: true },
    { kind: 'tab', tabId: -1, last: false },
    { kind: 'run', runId: 'r' },
  ])('is understood: %j', (watch) => expect(parseWatch(watch)).toEqual(watch));

  test.each([
    { kind: 'tab', tabId: 1 },
    { kind: 'tab', tabId: 1.5, last: true },
    { kind: 'run', runId: 'r', last: true },
    { kind: 'run', runId: 'r'.repeat(65) },
  ])('is not understood: %j', (watch) => expect(parseWatch(watch)).toBeNull());
});
