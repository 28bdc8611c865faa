import type { Problem } from '../problem';
import type { Source } from '../source/source';
import type { Action } from './action';

type Reads = Pick<Action, 'input'>;

/** A source as an action reads it: the page around a selection is left out where it does not read that. */
export function asRead({ input }: Reads, source: Source): Source {
  if (input === 'both' || source.around === undefined) return source;
  const { around: _, ...alone } = source;
  return alone;
}

/** Why an action cannot read a source: of both texts one is not there. Null: it can. */
export function cannotRead({ input }: Reads, { kind, around }: Source): Problem | null {
  if (input !== 'both' || around !== undefined) return null;
  return kind === 'selection'
    ? { kind: 'page-forbids' }
    : { kind: 'nothing-selected', needed: true };
}
