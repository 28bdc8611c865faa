import { type Line, lineOf, noSavings } from '../core/ledger/ledger-line';
import { dayOf } from '../core/money/budget';
import { mostOf } from '../core/money/cost';
import { type Run, reduce } from '../core/runs/run';
import { hasEnded } from '../core/runs/turn';
import type { Ledger } from '../store/ledger';
import type { PendingLines } from '../store/pending-lines';
import type { MemoryJournal } from '../store/runs';
import type { SpentDays } from '../store/spent';
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

/** A ledger that knows what it could not write. */
export interface SettlingLedger extends Ledger {
  /** Lines that are still to be written. */
  late(): readonly Line[];
  /** Tries once more to write them. */
  writeLate(): Promise<void>;
}

/**
 * A ledger whose lines take the place of those that were pending. A line is pending itself until it is written: the run has
 * ended in the journal by then, and is not looked at again when the background dies. What is pending goes with the browser,
 * so that a line which could not be written is tried again before.
 */
export function settling(ledger: Ledger, pending: PendingLines): SettlingLedger {
  const late = new Map<string, Line>();
  async function write(line: Line): Promise<void> {
    // Where it cannot be noted it may still be written.
    await pending.keep(line).catch(() => undefined);
    await ledger.write(line).catch((error: unknown) => {
      late.set(line.id, line);
      throw error;
    });
    late.delete(line.id);
    await pending.drop(line.id);
  }
  return {
    ...ledger,
    write,
    async spentFrom(today, turnIds) {
      let unwritten: readonly Line[] = [];
      const spent = await ledger.spentFrom(today, () => {
        unwritten = [...late.values()];
        return [...turnIds(), ...late.keys()];
      });
      return withLines(spent, unwritten);
    },
    late: () => [...late.values()],
    async writeLate() {
      for (const line of late.values()) await write(line).catch(() => undefined);
    },
  };
}

/** What has no line yet is spent all the same. */
function withLines({ days, turnIds }: SpentDays, lines: readonly Line[]): SpentDays {
  const missing = lines.filter(({ id }) => !turnIds.has(id));
  const more = missing.map(({ day, cost }) => dayOf({ day, atMost: mostOf(cost) }));
  return {
    days: [...days, ...more],
    turnIds: new Set([...turnIds, ...missing.map(({ id }) => id)]),
  };
}

/** Writes what was pending when the background died. */
export async function writePending(ledger: Ledger, pending: PendingLines): Promise<void> {
  for (const line of await pending.left()) await ledger.write(line).catch(() => undefined);
}
