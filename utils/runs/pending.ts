import { lineOf, noSavings } from '../core/ledger/ledger-line';
import { type Run, reduce } from '../core/runs/run';
import { hasEnded } from '../core/runs/turn';
import type { Ledger } from '../store/ledger';
import type { PendingLines } from '../store/pending-lines';
import type { MemoryJournal } from '../store/runs';
import { interruption } from './recovery';

/** A journal in memory of which the money is known that is on its way, also when the background dies. */
export function withPending(journal: MemoryJournal, pending: PendingLines): MemoryJournal {
  return {
    ...journal,
    async put(run) {
      await journal.put(run);
      // What cannot be noted is spent all the same: that is no reason to refuse an answer.
      await note(run, pending).catch(() => undefined);
    },
  };
}

async function note(run: Run, pending: PendingLines): Promise<void> {
  const turn = run.turns.at(-1);
  if (!turn) return;
  const isOver = hasEnded(turn.state);
  const line = lineOf(isOver ? run : reduce(run, interruption(turn)), noSavings);
  if (!line) await pending.drop(turn.id);
  // Of what is over the ledger drops it, once it has the line.
  else if (!isOver) await pending.keep(line);
}

/**
 * A ledger whose lines take the place of those that were pending. A line is pending itself until it is written: the run has
 * ended in the journal by then, and is not looked at again when the background dies.
 */
export function settling(ledger: Ledger, pending: PendingLines): Ledger {
  return {
    ...ledger,
    async write(line) {
      // Where it cannot be noted it may still be written.
      await pending.keep(line).catch(() => undefined);
      await ledger.write(line);
      await pending.drop(line.id);
    },
  };
}

/** Writes what was pending when the background died. */
export async function writePending(ledger: Ledger, pending: PendingLines): Promise<void> {
  for (const line of await pending.left()) await ledger.write(line).catch(() => undefined);
}
