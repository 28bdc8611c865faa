import { vi } from 'vitest';
import type { Capture } from '../../../utils/capture/capture';
import type { Staff } from '../../../utils/commands/staff';
import type { EndpointConfig } from '../../../utils/core/endpoint';
import { defaultModel } from '../../../utils/core/model';
import { usualLimits } from '../../../utils/core/money/budget';
import type { Problem } from '../../../utils/core/problem';
import type { Run } from '../../../utils/core/runs/run';
import type { Endpoint } from '../../../utils/endpoints/endpoint';
import type { Command, Replies } from '../../../utils/messages/messages';
import type { Runner } from '../../../utils/runs/runner';
import type { Start } from '../../../utils/runs/start';
import type { Settings } from '../../../utils/store/settings';
import { run as runWith } from '../../gallery/data/runs';
import { idleStaff } from '../idle-staff';
import { endpointWith, noCounts, sourceWith } from '../support';

export const own = endpointWith();
export const gateway = 'https://gateway.example.org';
export const anthropicOrigin = 'https://api.anthropic.com';
export const anthropicKey = {
  endpointId: 'anthropic',
  origin: anthropicOrigin,
  key: 'sk-ant-1',
} as const;
export const gatewayKey = { endpointId: 'own', origin: gateway, key: 'gw-1' } as const;
export const source = sourceWith();
const nothing = { atMost: 0, unpriced: 0 };
const budgetState = { limits: usualLimits, spent: { day: nothing, month: nothing }, reserved: 0 };
export const captured: Capture = { kind: 'source', source };

interface World {
  /** What the listing of models does. */
  lists: Endpoint['listModels'];
  /** Endpoints that were asked. */
  readonly opened: EndpointConfig[];
  readonly begun: Start[];
  readonly asked: unknown[];
  /** Origins whose host was given back. */
  readonly released: string[];
  /** How often old answers were tidied up. */
  tidied: number;
  obey<K extends Command['kind']>(command: Extract<Command, { kind: K }>): Promise<Replies[K]>;
}

/** `asked`: what the one run is that there is, beside the usual. */
export async function freshWorld(
  change: Partial<Staff> = {},
  asked: Partial<Run> = {},
): Promise<World> {
  vi.resetModules();
  const { obey } = await import('../../../utils/commands/obey');
  const { readChoices } = await import('../../../utils/runs/read-choices');
  const { findAccess } = await import('../../../utils/access');
  const world: World = {
    lists: async () => [defaultModel],
    opened: [],
    begun: [],
    asked: [],
    released: [],
    tidied: 0,
    obey: (command) => obey(command, staff) as never,
  };
  const note =
    (what: string) =>
    async (...args: unknown[]) =>
      void world.asked.push([what, ...args]);
  const runner: Runner = {
    begin: (start) => void world.begun.push(start),
    find: async (runId) => (runId === 'gone' ? null : runWith(source, { id: runId, ...asked })),
    confirm: note('confirm'),
    replace: note('replace'),
    choosePages: note('choosePages'),
    ask: async (question) => {
      world.asked.push(['ask', question]);
      return question.runId !== 'gone';
    },
    withdraw: note('withdraw'),
    stop: (runId) => void world.asked.push(['stop', runId]),
    stopWaiting: () => void world.asked.push(['stopWaiting']),
    seen: note('seen'),
    watch: async () => {},
    unwatch() {},
    isWatched: () => false,
    forget() {},
    bin: {
      delete: async (runId) => runId !== 'live',
      undo: async (runId) => runId === 'binned',
      deleteAll: note('delete all'),
    },
    budget: { state: async () => budgetState, forget: () => {} },
  };
  const means: Staff['means'] = {
    open(config) {
      world.opened.push(config);
      return { async *stream() {}, listModels: (...args) => world.lists(...args) };
    },
    choices: (endpointId) => readChoices(endpointId, 'en'),
    findAccess,
    time: { now: () => Date.UTC(2026, 10, 22), ticks: () => 0, random: () => 0 },
    counts: noCounts,
  };
  const staff: Staff = {
    ...idleStaff(runner, means),
    capture: async () => captured,
    captureAim: async () => captured,
    release: async (origin) => void world.released.push(origin),
    tidy() {
      world.tidied += 1;
    },
    ...change,
  };
  return world;
}

/** A listing that fails as an endpoint's does. */
export async function failing(problem: Problem): Promise<Endpoint['listModels']> {
  const { Failure } = await import('../../../utils/core/problem');
  return () => Promise.reject(new Failure(problem));
}

export async function stores() {
  const vault = await import('../../../utils/store/vault');
  const settings = await import('../../../utils/store/settings');
  const models = await import('../../../utils/store/models');
  return { ...vault, ...settings, ...models };
}

export const changing = (change: Partial<Settings>) =>
  ({ kind: 'change-settings', change }) as const;
