import { describe, expect, test } from 'vitest';
import type { Access } from '../../../utils/access';
import { anthropicEndpoint, type EndpointConfig } from '../../../utils/core/endpoint';
import { problemOf, type Run } from '../../../utils/core/runs/run';
import type { RunnerParts } from '../../../utils/runs/office';
import { choicesWith, endpointWith } from '../support';
import { freshWorlds, locked, notingKeys, scripted, settle, stateOf, world } from './world';

freshWorlds();

describe('a run that waits in line behind two that take long', () => {
  /** The third in line, once another key is there, or none that can be used; `keys`: with which ones was sent. */
  async function thirdInLine(later: Access, change: Partial<RunnerParts> = {}) {
    const { endpoint, keys } = notingKeys(scripted({ hangs: true }, { hangs: true }));
    let access: Access = { kind: 'granted', key: 'first' };
    const all = world(endpoint, { findAccess: async () => access, ...change });
    for (const tabId of [1, 2, 3]) all.start({ tabId });
    const view = all.show(3);
    await settle();
    expect(view.current()?.turns[0]?.state).toEqual({ kind: 'queued', place: 1 });
    access = later;
    return { ...all, view, keys };
  }

  test('is sent with the key that is there when its turn comes', async () => {
    const { runner, keys } = await thirdInLine({ kind: 'granted', key: 'second' });
    runner.stop('id-1');
    await settle();
    expect(keys).toEqual(['first', 'first', 'second']);
  });

  test('is not sent with one that was locked meanwhile, and leaves its place to the next', async () => {
    const { runner, keys, view, start } = await thirdInLine(locked);
    runner.stop('id-1');
    await settle();
    expect(problemOf(view.current() as Run)).toEqual({ kind: 'locked' });
    expect(view.current()?.turns[0]).toMatchObject({ sentAt: null, receipt: null });
    expect(keys).toEqual(['first', 'first']);
    expect((await runner.budget.state()).reserved).toBeGreaterThan(0);
    runner.stop('id-2');
    start({ tabId: 4 });
    await settle();
    expect((await runner.budget.state()).reserved).toBe(0);
  });

  test.each([
    ['removed', anthropicEndpoint],
    ['moved to another address', endpointWith({ baseUrl: 'https://other.example.org' })],
  ])('is not sent to an endpoint that was %s meanwhile', async (_, left) => {
    let endpoint: EndpointConfig = endpointWith();
    const change = { choices: async () => choicesWith({ endpoint }) };
    const { runner, keys, view } = await thirdInLine({ kind: 'granted', key: 'second' }, change);
    endpoint = left;
    runner.stop('id-1');
    await settle();
    expect(problemOf(view.current() as Run)).toEqual({ kind: 'endpoint-gone' });
    expect(view.current()?.turns[0]).toMatchObject({ sentAt: null, receipt: null });
    expect(keys).toEqual(['first', 'first']);
  });

  test('is stopped, and no word is said about a key', async () => {
    const { runner, view } = await thirdInLine(locked);
    runner.stopWaiting();
    await settle();
    expect(stateOf(view.current())).toBe('stopped');
  });
});
