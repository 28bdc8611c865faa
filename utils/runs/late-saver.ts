import { hasLeft, type Run } from '../core/runs/run';
import type { Answers } from '../store/answers';
import type { InTurn } from '../store/in-turn';
import type { Journal, MemoryJournal } from '../store/runs';
import type { Feeds } from './feeds';
import type { SettlingLedger } from './pending';
import { remember } from './remember';

interface Shelves {
  readonly journal: Journal;
  readonly ledger: Pick<SettlingLedger, 'late' | 'writeLate'>;
  readonly answers: Answers;
  readonly feeds: Pick<Feeds, 'publish'>;
  readonly lives: { has(runId: string): boolean };
  readonly volatile: MemoryJournal;
  readonly inOrder: InTurn;
  /** Keeps the background alive until the returned function is called. */
  readonly keepAwake: () => () => void;
}

/** ms until it is tried again by itself: browsers give room free some time after it was made. */
const pause = 5_000;

/**
 * Tries once more to keep what the journal or the ledger would not take, and tells whoever shows it; where it is still not
 * taken, again and again. Until then the background lives: with it would go what was paid for. Of private windows only lines
 * are kept. A try that is under way is not joined by another: a database may keep it waiting.
 */
export function createLateSaver(shelves: Shelves): () => Promise<void> {
  let trying: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rest: (() => void) | undefined;
  return function saveLate() {
    clearTimeout(timer);
    if (isAnythingLate(shelves)) rest ??= shelves.keepAwake();
    trying ??= saveAll(shelves).then(() => {
      trying = null;
      // Be it what came while others were tried.
      if (isAnythingLate(shelves)) {
        timer = setTimeout(saveLate, pause);
        return;
      }
      rest?.();
      rest = undefined;
    });
    return trying;
  };
}

function isAnythingLate({ volatile, ledger }: Shelves): boolean {
  return volatile.all().some(waitsForRoom) || ledger.late().length > 0;
}

async function saveAll(shelves: Shelves): Promise<void> {
  const { volatile, ledger, inOrder } = shelves;
  await ledger.writeLate();
  for (const { id } of volatile.all()) await inOrder(() => saveOne(shelves, id));
}

/** Whether it shall be kept as soon as there is room. What was never sent can be asked again for nothing. */
export function waitsForRoom(run: Run): boolean {
  return !run.private && !run.saved && hasLeft(run);
}

async function saveOne(shelves: Shelves, id: string): Promise<void> {
  const { journal, answers, feeds, lives, volatile } = shelves;
  const run = await volatile.get(id);
  if (!run || lives.has(id) || !waitsForRoom(run)) return;
  try {
    await journal.put({ ...run, saved: true });
  } catch {
    // What is smaller may still find room.
    return;
  }
  for (const turn of run.turns) await remember(run, turn, answers);
  // Asked more meanwhile, it goes on in memory, and is kept with the next try.
  if (lives.has(id)) return;
  // That too may be over by now: what is in memory is newer than what was kept.
  if (!volatile.all().includes(run)) return saveOne(shelves, id);
  await volatile.delete(id);
  feeds.publish(id, { kind: 'saved', saved: true });
}
