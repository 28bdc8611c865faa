import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOurView, parseCommand, parseWatch, type Sender } from '../../utils/incoming';
import type { Command } from '../../utils/messages';
import { sourceWith } from './support';

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
    preview: { kind: 'preview', tabId: 1 },
    start: { kind: 'start', tabId: 1, actionId: 'explain', source },
    'start-on-page': { kind: 'start-on-page', tabId: 1, actionId: 'summarize' },
    confirm: { kind: 'confirm', runId: 'r' },
    stop: { kind: 'stop', runId: 'r' },
    'try-again': { kind: 'try-again', runId: 'r', tabId: 1, unsaved: false },
    seen: { kind: 'seen', runId: 'r', tabId: 1 },
    'key-status': { kind: 'key-status' },
    'save-key': { kind: 'save-key', key: 'k', keep: 'session' },
    'test-key': { kind: 'test-key' },
    'forget-key': { kind: 'forget-key' },
    'change-settings': { kind: 'change-settings', change: { answerLanguage: null } },
  };
  test.each(Object.values(samples))('is understood: $kind', (message) =>
    expect(parseCommand(message)).toEqual(message),
  );

  test.each([
    null,
    'preview',
    { kind: 'read-key' },
    { kind: 'preview' },
    { kind: 'preview', tabId: '1' },
    { kind: 'preview', tabId: -2 },
    { kind: 'preview', tabId: 1, extra: true },
    { kind: 'start', tabId: 1, actionId: 'delete-everything', source },
    { kind: 'start', tabId: 1, actionId: 'explain', source: { ...source, text: '' } },
    { kind: 'start', tabId: 1, actionId: 'explain', source: { ...source, more: 1 } },
    { kind: 'save-key', key: '', keep: 'session' },
    { kind: 'save-key', key: 'k'.repeat(5000), keep: 'session' },
    { kind: 'save-key', key: 'k', keep: 'sync' },
    { kind: 'change-settings', change: { thresholds: 0 } },
    { kind: 'change-settings', change: { model: 'x'.repeat(201) } },
  ])('is not understood: %j', (message) => expect(parseCommand(message)).toBeNull());

  test('of any other shape is not understood and does no harm', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (message) => {
        expect(parseCommand(message)).toBeNull();
        expect(parseWatch(message)).toBeNull();
      }),
    );
  });
});
