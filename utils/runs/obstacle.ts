import { isDevice, isLocal } from '../core/endpoint';
import type { Problem } from '../core/problem';
import type { Choices } from './choices';
import type { Means } from './means';
import { notTaken, type Plan, tooLarge } from './plan';

/** What stands in a plan's way before it is sent, if anything does. */
export function obstacle(
  plan: Plan,
  choices: Choices,
  means: Pick<Means, 'isOnline'>,
): Problem | null {
  if (isDevice(plan.endpoint)) return null;
  return (
    notTaken(plan.source, plan.endpoint) ??
    tooLarge(plan, choices) ??
    (means.isOnline() || isLocal(plan.endpoint) ? null : { kind: 'offline' })
  );
}
