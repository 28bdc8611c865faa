import type { Run } from './core/run';
import type { Start } from './runner';

/** A run in its first moment; `createdAt` in ms since 1970. */
export function newRun(
  { capture: _, tabId: __, ...start }: Start,
  { id, createdAt }: Pick<Run, 'id' | 'createdAt'>,
): Run {
  return {
    ...start,
    id,
    state: { kind: 'capturing' },
    source: null,
    found: null,
    language: '',
    turns: [],
    createdAt,
    seen: false,
  };
}
