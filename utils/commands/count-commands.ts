import { Failure } from '../core/problem';
import { plannedStart } from '../runs/planned';
import { mayLook } from './preview';
import type { Orders } from './staff';

/** Longest wait for a count that the user has asked for, in ms. */
const patience = 15_000;

/** What views ask to be counted. It makes no run and is free of charge, but sends the text. */
export const countCommands: Orders<'count'> = {
  count: async (command, staff) => {
    const { means } = staff;
    if (!(await mayLook(command.tabId, staff)))
      return { kind: 'problem', problem: { kind: 'private-window-off' } };
    const plan = await plannedStart(command, means);
    if (!plan) return null;
    const access = await means.findAccess(plan.endpoint);
    if (access.kind === 'problem') return access;
    const stop = AbortSignal.timeout(patience);
    try {
      const counted = await means.counts.count(plan, access.key, stop);
      return counted && { kind: 'counted', estimate: counted.estimate };
    } catch (error) {
      if (error instanceof Failure) return { kind: 'problem', problem: error.problem };
      throw error;
    }
  },
};
