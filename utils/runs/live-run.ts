import { isAnswering, isLive, type Run, type RunEvent, reduce } from '../core/runs/run';
import { hasEnded, type TurnState } from '../core/runs/turn';
import type { Journal } from '../store/runs';
import { checkpoint } from './checkpoint';
import type { Feeds } from './feeds';

/** A run while something happens to it: every event goes through here, to the views and to the journal. */
export interface LiveRun {
  /** Its place among all that were asked for: the smaller, the earlier. */
  readonly ticket: number;
  current(): Run;
  emit(event: RunEvent): void;
  /** Emits once the event is in the journal; throws, and emits nothing, when it cannot be. */
  commit(event: RunEvent): Promise<void>;
  /** The user's Stop. */
  readonly stop: AbortController;
  /** Resolves when all that was emitted is in the journal, or could not be. */
  settled(): Promise<void>;
  /** Whether it has come to its end, or to a question to the user: all that may be left is to write that down. */
  isOver(): boolean;
  /** Nothing is written any more. */
  close(): void;
  readonly closed: Promise<void>;
}

/** `first`: the run as it begins, or as it was stored. */
export function createLiveRun(first: Run, journal: Journal, feeds: Feeds, ticket: number): LiveRun {
  let run = first;
  // A run that the journal has is saved, whatever happened to an earlier write of it.
  const written = (then: Run): Run => ({ ...then, saved: first.saved });
  const saved = checkpoint(journal, () => written(run), wrote);

  function show(event: RunEvent): void {
    run = reduce(run, event);
    feeds.publish(run.id, event);
  }

  function wrote(succeeded: boolean): void {
    const isSaved = succeeded && first.saved;
    if (run.saved !== isSaved) show({ kind: 'saved', saved: isSaved });
    // Nothing more may be told for long.
    if (!succeeded && isAnswering(run)) saved.text(0);
  }

  return {
    ...closing(),
    ticket,
    current: () => run,
    isOver: () => !isLive(run) && (run.state !== first.state || run.turns !== first.turns),
    emit(event) {
      const before = run;
      show(event);
      if (event.kind === 'text') saved.text(event.text.length);
      else if (event.kind === 'cited') saved.text(event.passages.length);
      else if (isWorthKeeping(event, before)) void saved.now().catch(() => undefined);
    },
    async commit(event) {
      await saved.now(written(reduce(run, event)));
      show(event);
    },
    stop: new AbortController(),
    settled: saved.settled,
  };
}

function closing(): Pick<LiveRun, 'close' | 'closed'> {
  let close = () => {};
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  return { close, closed };
}

/** What comes before the first `sending` is committed with it: one write before the request leaves, not three. */
function isWorthKeeping(event: RunEvent, { turns }: Run): boolean {
  // Who has to wait may wait long; where in line is worth no write.
  if (event.kind === 'placed') return !isPlaced(turns.at(-1)?.state);
  if (event.kind === 'queued') return hasEnded(event.turn.state);
  return event.kind !== 'captured' && event.kind !== 'shielded' && event.kind !== 'planning';
}

function isPlaced(state: TurnState | undefined): boolean {
  return state?.kind === 'queued' && state.place !== undefined;
}
