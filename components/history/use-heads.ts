import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Head } from '../../utils/core/head';
import { send } from '../../utils/messages';
import { onReturn } from '../use-reread';

export interface Heads {
  readonly heads: readonly Head[];
  /** Ids of what cannot be read. */
  readonly unreadable: readonly string[];
  /** `some`: more are on their way. */
  readonly read: 'none' | 'some' | 'all' | 'failed';
}

const nothing: Heads = { heads: [], unreadable: [], read: 'none' };

/** What is listed; the first lines are there before all is read. Read anew when the user comes back to the page. */
export function useHeads() {
  const [heads, setHeads] = useState(nothing);
  const reading = useRef(0);

  /** Until all is read what was shown before stays, if anything was. */
  const read = useCallback(async () => {
    reading.current += 1;
    const mine = reading.current;
    const show = (next: Heads) => {
      if (mine === reading.current)
        setHeads((shown) => (next.read === 'some' && shown.read === 'all' ? shown : next));
    };
    try {
      const past = await import('../../utils/store/past-runs');
      await readInto(show, past.readHeads());
      if (await past.headsAreComplete()) return;
      await send({ kind: 'complete-history' });
      await readInto(show, past.readHeads());
    } catch {
      show({ ...nothing, read: 'failed' });
    }
  }, []);

  useEffect(() => {
    void read();
    const stop = onReturn(() => void read());
    return () => {
      reading.current += 1;
      stop();
    };
  }, [read]);

  const without = useCallback((runId: string) => setHeads((shown) => less(shown, runId)), []);
  return { ...heads, reread: read, without };
}

function less(shown: Heads, runId: string): Heads {
  return { ...shown, heads: shown.heads.filter(({ id }) => id !== runId) };
}

type Portions = AsyncIterable<Pick<Heads, 'heads' | 'unreadable'>>;

async function readInto(show: (heads: Heads) => void, portions: Portions): Promise<void> {
  let all = nothing;
  for await (const { heads, unreadable } of portions) {
    all = {
      heads: [...all.heads, ...heads],
      unreadable: [...all.unreadable, ...unreadable],
      read: 'some',
    };
    show(all);
  }
  show({ ...all, read: 'all' });
}
