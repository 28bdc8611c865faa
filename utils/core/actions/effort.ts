import type { Model } from '../model';
import type { Action } from './action';

/** Names are the service's. */
export const effortNames = ['low', 'medium', 'high'] as const;
export type Effort = (typeof effortNames)[number];

/** What the action asks for, as far as the model knows it; else as little as it can. */
export function effortFor({ effort }: Action, { efforts }: Model): Effort | undefined {
  const wanted = effortNames.find((name) => name === effort);
  const known = (name: Effort) => efforts.includes(name);
  return wanted && known(wanted)
    ? wanted
    : effortNames.find((name) => name === 'low' && known(name));
}
