import type { Source } from '../source/source';
import type { Action } from './action';

/** The actions, in their order, that make sense for a source. What was pasted is as good as a page and as a selection. */
export function offered(
  actions: readonly Action[],
  { kind, media, around }: Pick<Source, 'kind' | 'media' | 'around'>,
): readonly Action[] {
  return actions.filter(({ input }) => {
    if (input === 'any') return true;
    if (media?.kind === 'image') return input === 'image';
    if (input === 'selection') return kind === 'selection' || kind === 'pasted';
    if (input === 'both') return around !== undefined;
    if (input === 'page') return kind !== 'selection';
    return input === 'either';
  });
}
