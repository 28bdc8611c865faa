import { receiptOf } from '../core/money/receipt';
import { isLive, type Run, type RunEvent, reduce } from '../core/runs/run';
import type { Turn } from '../core/runs/turn';
import type { Ledger } from '../store/ledger';
import type { Journal } from '../store/runs';
import { writeLine } from './send-turn';

/** Where it is found what was left live, and where its end is written; `lives`: what is under way here. */
interface Records {
  readonly journal: Journal;
  readonly ledger: Ledger;
  readonly volatile: Pick<Journal, 'get' | 'put'>;
  readonly lives: { has(runId: string): boolean };
}

/**
 * Ends whatever was live when the background died, and returns it; in memory what the journal does not take: there it
 * would be live for ever. Throws when the journal cannot be read: what is left is there for another try.
 */
export async function recover(records: Records): Promise<readonly Run[]> {
  const { journal, ledger, volatile } = records;
  const runs: Run[] = [];
  for (const { id } of await journal.live()) {
    const run = await leftBehind(records, id);
    const turn = run?.turns.at(-1);
    if (!run || !turn) continue;
    const ended = reduce(run, interruption(turn));
    // In this order a second death costs no line: the run would be found live again.
    await writeLine(ended, null, ledger);
    await journal.replace(ended).catch(() => volatile.put({ ...ended, saved: false }));
    runs.push(ended);
  }
  return runs;
}

/** A run that the journal has as live, unless that is, or was, this background's own: it may be able to read it only late. */
async function leftBehind({ journal, volatile, lives }: Records, id: string): Promise<Run | null> {
  if (lives.has(id) || (await volatile.get(id))) return null;
  const run = await journal.get(id);
  return run && isLive(run) ? run : null;
}

/**
 * How a turn ends whose background died. What it cost is known as far as it was reported; it is never sent again by
 * itself. Between two attempts nothing was on its way: the last one had been refused.
 */
export function interruption(turn: Turn): RunEvent {
  const { sentAt, state } = turn;
  const known = { whole: false, firstWordMs: null, wholeMs: null };
  const onItsWay = sentAt !== null && state.kind !== 'retrying' && state.kind !== 'queued';
  return {
    kind: 'ended',
    state: { kind: 'interrupted', cause: 'background' },
    receipt: onItsWay ? receiptOf({ ...turn, ...known, sentAt }) : null,
    requestId: turn.requestId,
  };
}
