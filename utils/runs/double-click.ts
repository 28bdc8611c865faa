import { asksTheSame } from '../core/runs/run';
import { isDone } from './ends';
import type { Office } from './office';
import type { Start } from './start';

/**
 * ms since it was last asked for within which the same action on the same thing is a double click, or a key that is held;
 * `whole`: when it has been answered already. A key that is held repeats after a second at the latest.
 */
const doubleClick = { live: 2_000, whole: 1_000 };

/** Whether what is begun was begun just now, by the same click or key. */
export function isDoubleClick({ parts, lives, latest }: Office, start: Start): boolean {
  const { run, at } = latest.get(start.tabId) ?? { run: null, at: 0 };
  const now = parts.time.ticks();
  if (!run || !asksTheSame(run, start)) return false;
  const live = lives.get(run.id);
  // Its end may still be on its way to the disk: who has seen it may want another.
  const isUnderWay = live !== undefined && !live.isOver();
  if (!isUnderWay && (start.fresh || (live && !isDone(live)))) return false;
  if (now - at >= (isUnderWay ? doubleClick.live : doubleClick.whole)) return false;
  latest.set(start.tabId, { run, at: now });
  return true;
}
