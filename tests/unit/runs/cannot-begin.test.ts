import { describe, expect, test } from 'vitest';
import type { Access } from '../../../utils/access';
import type { Problem } from '../../../utils/core/problem';
import { problemOf, type Run } from '../../../utils/core/runs/run';
import type { RunnerParts } from '../../../utils/runs/office';
import type { Start } from '../../../utils/runs/start';
import { memoryJournal } from '../../../utils/store/runs';
import { choicesWith } from '../support';
import { freshWorlds, locked, partial, scripted, settle, world } from './world';

freshWorlds();

const keyGone: Access = { kind: 'problem', problem: { kind: 'key-gone' } };

describe('a run that cannot begin', () => {
  const tiny = { id: 'm', name: 'M', maxInput: 10, maxOutput: 10, thinking: [], efforts: [] };
  const closed: Problem = { kind: 'page-forbids' };
  test.each<[string, Partial<RunnerParts>, Partial<Start>, Problem]>([
    ['whose key is gone', { findAccess: async () => keyGone }, {}, { kind: 'key-gone' }],
    ['whose key is locked', { findAccess: async () => locked }, {}, { kind: 'locked' }],
    ['offline', { isOnline: () => false }, {}, { kind: 'offline' }],
    ['for an endpoint that is gone', {}, { endpointId: 'gone' }, { kind: 'endpoint-gone' }],
    [
      'on a page that forbids scripts',
      {},
      { capture: async () => ({ kind: 'problem', problem: closed }) },
      closed,
    ],
    [
      'beyond what its model takes',
      { choices: async () => choicesWith({ model: 'm', models: [tiny] }) },
      {},
      { kind: 'too-large', tokens: expect.any(Number), limit: 10 },
    ],
  ])('%s says so and sends nothing', async (_, change, asked, problem) => {
    const endpoint = scripted();
    const { start, show } = world(endpoint, change);
    start(asked);
    const view = show();
    await settle();
    expect(view.current()?.state).toEqual({ kind: 'failed', problem });
    expect(endpoint.calls).toBe(0);
  });

  const ours = () => Promise.reject(new TypeError('undefined is not a function'));
  test.each<[what: string, change: Partial<RunnerParts>]>([
    ['what a run is told by', { digest: ours }],
    ['what is kept of it', { journal: { ...memoryJournal(), put: ours } }],
    ['what is chosen', { choices: ours }],
  ])('because of a fault of ours in %s says so, and blames no disk', async (_, change) => {
    const endpoint = scripted();
    const { start, show } = world(endpoint, change);
    start();
    const view = show();
    await settle(3_000);
    expect(problemOf(view.current() as Run)).toEqual({ kind: 'gloss-failed' });
    expect(endpoint.calls).toBe(0);
  });

  const theirs = () => Promise.reject(new Error('An unexpected error occurred'));
  test.each<[what: string, change: Partial<RunnerParts>]>([
    ['the choices', { choices: theirs }],
    ['the keys', { findAccess: theirs }],
    ['the limits', { limits: theirs }],
  ])('because the browser does not let %s be read says so', async (_, change) => {
    const { start, show } = world(scripted(), change);
    start();
    const view = show();
    await settle(3_000);
    expect(problemOf(view.current() as Run)).toEqual({ kind: 'storage-failing' });
  });
});

test('a fault of ours in mid-answer keeps the text, and does not blame the reply', async () => {
  const fails = new TypeError('No such');
  const { start, show, lines } = world(scripted({ events: partial, fails }));
  start();
  const view = show();
  await settle();
  const problem = { kind: 'gloss-failed' };
  expect(view.current()?.turns).toMatchObject([
    { text: 'Hello ', state: { kind: 'failed', problem } },
  ]);
  expect(lines).toHaveLength(1);
});
