import type { Run, RunEvent } from './core/run';
import type { Feed, Watch } from './messages';

/** ms between two messages to a view: one a frame. */
const frame = 16;

/** A view's end of the port. */
export interface Viewer {
  post(message: Feed): void;
}

/** Tells every view about the run that it shows: a snapshot first, then events, at most one message a frame. */
export interface Feeds {
  add(viewer: Viewer, watch: Watch): void;
  remove(viewer: Viewer): void;
  /** What a new viewer's run is; of no effect if the viewer has left, or been shown a run, in the meantime. */
  introduce(viewer: Viewer, run: Run | null): void;
  /** A run has come to a tab: whoever watches that tab shows it from now on. */
  replace(tabId: number, run: Run): void;
  publish(runId: string, event: RunEvent): void;
}

interface Watcher {
  readonly watch: Watch;
  runId: string | null;
}

/** `ticks`: ms that no clock change disturbs. */
export function createFeeds(ticks: () => number): Feeds {
  const watchers = new Map<Viewer, Watcher>();
  const waiting = new Map<string, RunEvent[]>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let flushedAt = Number.NEGATIVE_INFINITY;

  function flush(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    flushedAt = ticks();
    for (const [runId, events] of waiting) {
      for (const [viewer, watcher] of watchers) {
        if (watcher.runId === runId) viewer.post({ kind: 'events', runId, events });
      }
    }
    waiting.clear();
  }

  function flushSoon(): void {
    const rest = frame - (ticks() - flushedAt);
    if (rest <= 0) flush();
    else timer ??= setTimeout(flush, rest);
  }

  function show(viewer: Viewer, watcher: Watcher, run: Run | null): void {
    flush();
    watcher.runId = run?.id ?? null;
    viewer.post({ kind: 'snapshot', run });
  }

  return {
    add(viewer, watch) {
      watchers.set(viewer, { watch, runId: null });
    },
    introduce(viewer, run) {
      const watcher = watchers.get(viewer);
      if (watcher?.runId === null) show(viewer, watcher, run);
    },
    remove(viewer) {
      watchers.delete(viewer);
    },
    replace(tabId, run) {
      for (const [viewer, watcher] of watchers) {
        if (watcher.watch.kind === 'tab' && watcher.watch.tabId === tabId)
          show(viewer, watcher, run);
      }
    },
    publish(runId, event) {
      const events = waiting.get(runId) ?? [];
      const last = events.at(-1);
      if (event.kind === 'text' && last?.kind === 'text') {
        events[events.length - 1] = { kind: 'text', text: last.text + event.text };
      } else {
        events.push(event);
      }
      waiting.set(runId, events);
      flushSoon();
    },
  };
}
