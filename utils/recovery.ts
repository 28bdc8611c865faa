import { receiptOf } from './core/receipt';
import { type Run, type RunEvent, reduce } from './core/run';
import type { Turn } from './core/turn';
import { writeLine } from './send-turn';
import type { Ledger } from './store/ledger';
import type { Journal } from './store/runs';

/**
 * Ends whatever was live when the background died, and returns it; in `memory` what the journal does not take: there it
 * would be live for ever. Damage to storage is not its business.
 */
export async function recover(
  journal: Journal,
  ledger: Ledger,
  memory: Pick<Journal, 'put'>,
): Promise<readonly Run[]> {
  const left = await journal.live().catch(() => []);
  const runs: Run[] = [];
  for (const run of left) {
    const turn = run.turns.at(-1);
    if (!turn) continue;
    const ended = reduce(run, interruption(turn));
    // In this order a second death costs no line: the run would be found live again.
    await writeLine(ended, null, ledger);
    await journal.put(ended).catch(() => memory.put({ ...ended, saved: false }));
    runs.push(ended);
  }
  return runs;
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
