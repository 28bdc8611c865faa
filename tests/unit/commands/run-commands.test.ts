import { describe, expect, test, vi } from 'vitest';
import { actionOf } from '../../../utils/core/actions/own-action';
import type { Command } from '../../../utils/messages/messages';
import { ownAction } from '../../gallery/data/own-actions';
import { turn } from '../../gallery/data/runs';
import { freshStorage } from '../fresh-storage';
import { unstopped } from '../support';
import { captured, freshWorld, source } from './world';

freshStorage();

describe('what begins a run', () => {
  const start = {
    kind: 'start',
    tabId: 4,
    actionId: 'explain',
    controls: { length: 'line' },
    question: '',
    source,
    shielded: true,
    endpointId: 'own',
  } as const;

  test('sends exactly the source that was shown, to the endpoint that was asked for', async () => {
    const world = await freshWorld({ isPrivate: async () => true });
    await world.obey(start);
    const [begun] = world.begun;
    expect(begun).toMatchObject({
      tabId: 4,
      action: { id: 'explain' },
      controls: { length: 'line' },
      endpointId: 'own',
      private: true,
      saved: true,
    });
    expect(await begun?.capture(unstopped)).toEqual({ kind: 'source', source, shielded: true });
  });

  test('reads the page when that is asked for, and goes where the user usually asks', async () => {
    const captureAim = vi.fn(async () => captured);
    const world = await freshWorld({ captureAim });
    await world.obey({ kind: 'start-on-page', tabId: 4, actionId: 'summarize' });
    expect(world.begun[0]).toMatchObject({ endpointId: null, private: false });
    await world.begun[0]?.capture(unstopped);
    expect(captureAim).toHaveBeenCalledExactlyOnceWith(
      { kind: 'tab', wants: 'page' },
      4,
      unstopped,
    );
  });

  test('reads the page for what was asked of a frame that cannot be read, be it the user’s own words', async () => {
    const action = actionOf(ownAction());
    const asked = {
      action,
      question: 'Why?',
      given: { date: '2026-11-26', answers: ['yes'], address: false },
    };
    const world = await freshWorld({}, asked);
    await world.obey({ kind: 'start-on-page', tabId: 4, actionId: action.id, runId: 'r' });
    expect(world.begun[0]).toMatchObject({ ...asked, aim: { kind: 'tab', wants: 'page' } });
  });

  test.each(['', '  \n'])('asks no question that says nothing: %j', async (question) => {
    const world = await freshWorld();
    await world.obey({ ...start, actionId: 'ask', question });
    await world.obey({ kind: 'start-on-page', tabId: 4, actionId: 'ask' });
    expect(world.begun).toEqual([]);
    await world.obey({ ...start, actionId: 'ask', question: 'Why?' });
    expect(world.begun[0]).toMatchObject({ action: { id: 'ask' }, question: 'Why?' });
  });

  test('again is a new run on the same source, unsaved if that is wanted', async () => {
    const world = await freshWorld();
    expect(await world.obey({ kind: 'try-again', runId: 'r', tabId: 4, unsaved: true })).toBe(true);
    expect(world.begun).toHaveLength(1);
    expect(world.begun[0]).toMatchObject({ action: { id: 'summarize' }, saved: false });
    expect(await world.begun[0]?.capture(unstopped)).toEqual({ kind: 'source', source });
  });

  const gone = { kind: 'failed', problem: { kind: 'endpoint-gone' } } as const;
  const again = { kind: 'try-again', runId: 'r', tabId: 4, unsaved: false } as const;

  test('again goes to where it went before, and only where that is gone to the usual endpoint', async () => {
    const pinned = { endpointId: 'own', model: 'own-model' };
    const there = await freshWorld({}, pinned);
    await there.obey(again);
    expect(there.begun[0]).toMatchObject(pinned);
    const elsewhere = await freshWorld({}, { ...pinned, state: gone });
    expect(await elsewhere.obey(again)).toBe(true);
    expect(elsewhere.begun).toMatchObject([{ action: { id: 'summarize' }, endpointId: null }]);
    expect(elsewhere.begun[0]?.model).toBeUndefined();
  });

  test('what fits goes where all of it was to go, also where that is gone: it is told there', async () => {
    const tooLarge = { kind: 'too-large', tokens: 90_000, limit: 50_000 } as const;
    const state = { kind: 'failed', problem: tooLarge } as const;
    const world = await freshWorld({}, { endpointId: 'gone', model: 'own-model', state });
    await world.obey({ kind: 'try-fitting', runId: 'r', tabId: 4, model: 'larger-model' });
    expect(world.begun).toMatchObject([{ endpointId: 'gone', model: 'larger-model' }]);
  });

  test('again of a question to an endpoint that is gone is a run about the same text', async () => {
    const turns = [turn({ kind: 'done' }), turn(gone, { question: 'How thick was it?' })];
    const world = await freshWorld({}, { endpointId: 'own', turns });
    expect(await world.obey(again)).toBe(true);
    const question = 'How thick was it?';
    expect(world.begun).toMatchObject([{ action: { id: 'ask' }, question, endpointId: null }]);
    expect(await world.begun[0]?.capture(unstopped)).toEqual({ kind: 'source', source });
  });

  test.each<Command>([
    { kind: 'try-again', runId: 'gone', tabId: 4, unsaved: false },
    { kind: 'try-fitting', runId: 'gone', tabId: 4, model: null },
    { kind: 'take-cheaper', runId: 'gone', tabId: 4, way: { kind: 'part' } },
    { kind: 'start-on-page', runId: 'gone', tabId: 4, actionId: 'own-1' },
  ])('of a run that is gone nothing is begun, and that is said: $kind', async (command) => {
    const world = await freshWorld();
    expect(await world.obey(command)).toBe(false);
    expect(world.begun).toEqual([]);
  });

  test('what is asked of a run that is there is passed on', async () => {
    const world = await freshWorld();
    await world.obey({ kind: 'confirm', runId: 'r' });
    await world.obey({ kind: 'stop', runId: 'r' });
    await world.obey({ kind: 'seen', runId: 'r', tabId: 4, aside: true });
    expect(world.asked).toEqual([
      ['confirm', 'r'],
      ['stop', 'r'],
      ['seen', 'r', 4, true],
    ]);
  });
});
