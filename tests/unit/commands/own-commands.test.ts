import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Staff } from '../../../utils/commands/staff';
import { createWishes } from '../../../utils/commands/wishes';
import { buildRequest } from '../../../utils/core/prompt';
import { instructionOf } from '../../../utils/core/request-parts';
import type { Command, Replies } from '../../../utils/messages/messages';
import type { Start } from '../../../utils/runs/start';
import { otherAction, ownAction } from '../../gallery/data/own-actions';
import { run as runWith } from '../../gallery/data/runs';
import { addressee, sourceWith } from '../support';

const source = sourceWith();
const sample = { title: 'A sample', text: 'A text to show.' };
const at = new Date(2026, 10, 26, 12).getTime();

async function freshWorld() {
  vi.resetModules();
  const { obey } = await import('../../../utils/commands/obey');
  const { readChoices } = await import('../../../utils/runs/read-choices');
  const { readOwnActions } = await import('../../../utils/store/own-actions');
  const begun: Start[] = [];
  // What no command here asks for is not there.
  const staff = {
    runner: {
      begin: (start: Start) => void begun.push(start),
      find: async (runId: string) => (runId === 'gone' ? null : runWith(source, { id: runId })),
    },
    means: {
      choices: (endpointId: string | null) => readChoices(endpointId, 'de'),
      findAccess: async () => ({ kind: 'granted', key: 'k' }),
      time: { now: () => at },
    },
    isPrivate: async () => false,
    detectLanguage: async () => null,
    wishes: createWishes(),
  } as unknown as Staff;
  return {
    begun,
    readOwnActions,
    obey: <K extends Command['kind']>(command: Extract<Command, { kind: K }>) =>
      obey<K>(command, staff) as Promise<Replies[K]>,
  };
}

const start = {
  kind: 'start',
  tabId: 1,
  controls: {},
  question: '',
  source,
  shielded: false,
  endpointId: null,
} as const;
const save = (...actions: ReturnType<typeof ownAction>[]) =>
  ({ kind: 'save-actions', actions }) as const;
const fileOf = (...actions: object[]) =>
  JSON.stringify({ kind: 'gloss-actions', version: 1, actions });

beforeEach(() => fakeBrowser.reset());

describe('an action of the user’s own', () => {
  test('is started as it is now, with the answers to what it asks', async () => {
    const { obey, begun } = await freshWorld();
    await obey(save(ownAction(), otherAction));
    await obey({ ...start, actionId: ownAction().id, answers: ['yes, {{url}} $&'] });
    const [{ action, given } = { action: null }] = begun;
    if (!action) throw new Error('nothing was started');
    const request = buildRequest({ action, given, controls: {}, question: '' }, source, addressee);
    expect(instructionOf(request)).toBe(
      'Write a polite reply to the document in English. Say that yes, {{url}} $&',
    );
    expect(given?.date).toBe('2026-11-26');
  });

  test('that has been deleted meanwhile starts nothing', async () => {
    const { obey, begun } = await freshWorld();
    await obey(save(ownAction()));
    await obey({ kind: 'delete-actions', ids: [ownAction().id] });
    await obey({ ...start, actionId: ownAction().id });
    expect(begun).toEqual([]);
  });

  test.each([
    ['a short text', source.text],
    ['a very long one', 'Ships waited for a month. '.repeat(80_000)],
  ])('has its own model, effort and length in the estimate of %s', async (_, text) => {
    const { obey } = await freshWorld();
    await obey(save(otherAction, ownAction()));
    const long = { ...source, text };
    const shown = await obey({ kind: 'preview-source', tabId: 1, source: long, shielded: false });
    expect(shown).toMatchObject({
      estimates: { [otherAction.id]: { model: 'claude-opus-5-5' } },
    });
  });
});

describe('what an action would send', () => {
  const plan = { kind: 'plan-action', action: ownAction(), runId: null, sample } as const;

  test('is shown with the last text that was read', async () => {
    const { obey } = await freshWorld();
    const { request, of } = await obey({ ...plan, runId: 'r' });
    expect(of).toEqual({ title: source.title });
    expect(request.messages[0].content[0]).toMatchObject({ source: { data: source.text } });
  });

  test('is shown with what is wanted on the site that the text is from', async () => {
    const { obey } = await freshWorld();
    const rule = { site: 'example.org', action: null, language: 'fr', model: 'claude-opus-5-5' };
    const { changeSettings } = await import('../../../utils/store/settings');
    await changeSettings({ siteRules: [rule] });
    const action = ownAction({ model: null });
    const { request } = await obey({ ...plan, action, runId: 'r' });
    expect(request.model).toBe('claude-opus-5-5');
    expect(JSON.stringify(request.messages)).toContain('in French');
  });

  test.each([null, 'gone'])('is shown with a sample when there is none (%j)', async (runId) => {
    const { obey } = await freshWorld();
    const { request, estimate, of } = await obey({ ...plan, runId });
    expect(of).toBeNull();
    expect(request.messages[0].content).toMatchObject([
      { title: sample.title, source: { data: sample.text } },
      {
        text: 'Write a polite reply to the document in German. Say that [What shall it say?]\nUse at most 80 words.',
      },
    ]);
    expect(estimate.cost).toMatchObject({ low: expect.any(Number) });
  });
});

describe('an import', () => {
  test('tells what is new, and what it has replaced', async () => {
    const { obey, readOwnActions } = await freshWorld();
    await obey(save(ownAction()));
    const changed = ownAction({ title: 'Changed' });
    const text = fileOf(changed, otherAction);
    expect(await obey({ kind: 'import-actions', text })).toEqual({
      ok: true,
      added: [otherAction.id],
      replaced: [ownAction()],
    });
    expect(await readOwnActions()).toEqual([changed, otherAction]);
  });

  test('with one fault changes nothing', async () => {
    const { obey, readOwnActions } = await freshWorld();
    await obey(save(ownAction()));
    const text = fileOf(ownAction({ title: 'Changed' }), { ...otherAction, more: 1 });
    expect(await obey({ kind: 'import-actions', text })).toEqual({
      ok: false,
      fault: { kind: 'unknown-field', field: 'actions.1.more' },
    });
    expect(await readOwnActions()).toEqual([ownAction()]);
  });

  test('that cannot be stored says so', async () => {
    const { obey } = await freshWorld();
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('quota'));
    expect(await obey({ kind: 'import-actions', text: fileOf(otherAction) })).toEqual({
      ok: false,
      fault: { kind: 'not-stored' },
    });
  });
});
