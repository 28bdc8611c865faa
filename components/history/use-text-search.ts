import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Head } from '../../utils/core/runs/head';
import { type Around, lackingIn, type Query } from '../../utils/core/runs/history';

/** The search in the texts of runs, which takes a while and is begun by the user. `none`: there are no words to search. */
export type TextSearch =
  | { readonly kind: 'none' | 'offered' | 'searching' | 'failed' }
  | { readonly kind: 'done'; readonly count: number };

interface Searched {
  readonly query: Query | null;
  readonly ids: ReadonlySet<string>;
  readonly state: 'searching' | 'done' | 'failed';
}

const none: Searched = { query: null, ids: new Set(), state: 'done' };

/** Searches the texts for what a query finds nowhere else; another query ends it. */
export function useTextSearch(heads: readonly Head[], query: Query, around: Around) {
  const [searched, setSearched] = useState(none);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), [query]);

  const start = async () => {
    stop.current = new AbortController();
    const { signal } = stop.current;
    const show = (next: Omit<Searched, 'query'>) =>
      !signal.aborted && setSearched({ query, ...next });
    const ids = new Set<string>();
    show({ ids, state: 'searching' });
    try {
      const { findInTexts } = await import('../../utils/store/past-texts');
      for await (const found of findInTexts(lackingIn(heads, query, around), signal)) {
        if (found.length === 0) continue;
        for (const id of found) ids.add(id);
        show({ ids: new Set(ids), state: 'searching' });
      }
      show({ ids: new Set(ids), state: 'done' });
    } catch {
      show({ ids: new Set(ids), state: 'failed' });
    }
  };
  const inTexts = searched.query === query ? searched.ids : none.ids;
  const search = useMemo((): TextSearch => {
    if (query.text.trim() === '') return { kind: 'none' };
    if (searched.query !== query) return { kind: 'offered' };
    const { state, ids } = searched;
    return state === 'done' ? { kind: state, count: ids.size } : { kind: state };
  }, [searched, query]);
  return { inTexts, search, start: () => void start() };
}
