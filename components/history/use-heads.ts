import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Head } from '../../utils/core/runs/head';
import { withHead } from '../../utils/core/runs/history';
import { send } from '../../utils/messages/send';
import { onRunChanged } from '../../utils/store/run-changes';
import { onReturn } from '../use-reread';

export interface Heads {
  readonly heads: readonly Head[];
  /** Ids of what cannot be read. */
  readonly unreadable: readonly string[];
  /** `some`: more are on their way. */
  readonly read: 'none' | 'some' | 'all' | 'failed';
}

const nothing: Heads = { heads: [], unreadable: [], read: 'none' };

/** What is listed; the first lines are there before all is read. What changes elsewhere changes here. */
export function useHeads() {
  const [heads, setHeads] = useState(nothing);
  const reading = useRef(0);
  const late = useRef(new Set<string>());

  /** One run was written or deleted: its line alone is read anew, also once more when all is read that was under way. */
  const reread = useCallback(async (runId: string) => {
    late.current.add(runId);
    const past = await import('../../utils/store/past-runs');
    const head = await past.readHead(runId);
    setHeads((shown) => ({ ...shown, heads: withHead(shown.heads, runId, head) }));
  }, []);

  /** Until all is read what was shown before stays, if anything was. */
  const read = useCallback(async () => {
    reading.current += 1;
    const mine = reading.current;
    late.current.clear();
    const show = (next: Heads) => {
      if (mine === reading.current)
        setHeads((shown) => (next.read === 'some' && shown.read === 'all' ? shown : next));
    };
    await readAll(show).catch(() => show({ ...nothing, read: 'failed' }));
    if (mine === reading.current) await Promise.all([...late.current].map(reread));
  }, []);

  useEffect(() => {
    void read();
    const stop = onNews(read, reread);
    return () => {
      reading.current += 1;
      stop();
    };
  }, [read, reread]);

  const without = useCallback((runId: string) => setHeads((shown) => less(shown, runId)), []);
  return { ...heads, reread: read, without };
}

/** Calls back when all may be another, and when one run is; returns how to stop. */
function onNews(all: () => Promise<void>, one: (runId: string) => Promise<void>): () => void {
  const changed = (runId: string | null) => (runId === null ? all() : one(runId));
  const stops = [
    onReturn(() => void all()),
    onRunChanged((runId) => void changed(runId).catch(() => undefined)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function less(shown: Heads, runId: string): Heads {
  return { ...shown, heads: withHead(shown.heads, runId, null) };
}

async function readAll(show: (heads: Heads) => void): Promise<void> {
  const past = await import('../../utils/store/past-runs');
  const spoilt = await readInto(show, past.readHeads());
  if (!spoilt && (await past.headsAreComplete())) return;
  await send({ kind: 'complete-history' });
  await readInto(show, past.readHeads());
}

type Portions = AsyncIterable<Pick<Heads, 'heads' | 'unreadable'> & { readonly spoilt: boolean }>;

/** Answers whether some of what cannot be read can be made anew. */
async function readInto(show: (heads: Heads) => void, portions: Portions): Promise<boolean> {
  let all = nothing;
  let anySpoilt = false;
  for await (const { heads, unreadable, spoilt } of portions) {
    anySpoilt ||= spoilt;
    all = {
      heads: [...all.heads, ...heads],
      unreadable: [...all.unreadable, ...unreadable],
      read: 'some',
    };
    show(all);
  }
  show({ ...all, read: 'all' });
  return anySpoilt;
}
