import type { Run, RunEvent } from '../core/runs/run';
import type { Viewer, Watch } from '../messages/run-port';

/** ms between two messages to a view: a frame of the fastest displays. The view itself draws once a frame of its own. */
const frame = 4;

/** Tells every view about the run that it shows: a snapshot first, then events, at most one message a frame. */
export interface Feeds {
  add(viewer: Viewer, watch: Watch): void;
  remove(viewer: Viewer): void;
  /** Whether anybody watches a tab, or one of its runs. */
  has(subject: { readonly tabId: number; readonly runId: string }): boolean;
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

interface Board {
  /** ms that no clock change disturbs. */
  readonly ticks: () => number;
  readonly watchers: Map<Viewer, Watcher>;
  /** Events not yet told, by run. */
  readonly waiting: Map<string, RunEvent[]>;
  timer: ReturnType<typeof setTimeout> | undefined;
  toldAt: number;
}

export function createFeeds(ticks: () => number): Feeds {
  const board: Board = {
    ticks,
    watchers: new Map(),
    waiting: new Map(),
    timer: undefined,
    toldAt: Number.NEGATIVE_INFINITY,
  };
  const { watchers } = board;
  return {
    add: (viewer, watch) => void watchers.set(viewer, { watch, runId: null }),
    introduce(viewer, run) {
      const watcher = watchers.get(viewer);
      if (watcher?.runId === null) show(board, viewer, watcher, run);
    },
    remove: (viewer) => void watchers.delete(viewer),
    has: ({ tabId, runId }) =>
      [...watchers.values()].some(
        (each) => each.runId === runId || (each.watch.kind === 'tab' && each.watch.tabId === tabId),
      ),
    replace(tabId, run) {
      for (const [viewer, watcher] of watchers) {
        const { watch } = watcher;
        if (watch.kind === 'tab' && watch.tabId === tabId) show(board, viewer, watcher, run);
      }
    },
    publish(runId, event) {
      board.waiting.set(runId, joined(board.waiting.get(runId) ?? [], event));
      tellSoon(board);
    },
  };
}

function show(board: Board, viewer: Viewer, watcher: Watcher, run: Run | null): void {
  // What waits belongs to what was shown before; the snapshot has it already.
  tell(board);
  watcher.runId = run?.id ?? null;
  viewer.post({ kind: 'snapshot', run });
}

function joined(events: readonly RunEvent[], event: RunEvent): RunEvent[] {
  const last = events.at(-1);
  if (event.kind !== 'text' || last?.kind !== 'text') return [...events, event];
  return [...events.slice(0, -1), { kind: 'text', text: last.text + event.text }];
}

function tellSoon(board: Board): void {
  const rest = frame - (board.ticks() - board.toldAt);
  if (rest <= 0) tell(board);
  else board.timer ??= setTimeout(tell, rest, board);
}

function tell(board: Board): void {
  clearTimeout(board.timer);
  board.timer = undefined;
  board.toldAt = board.ticks();
  const told = [...board.waiting];
  board.waiting.clear();
  for (const [runId, events] of told) {
    for (const [viewer, watcher] of board.watchers) {
      if (watcher.runId === runId) viewer.post({ kind: 'events', runId, events });
    }
  }
}
