import { isLive, problemOf, type Run } from '../core/runs/run';
import { t } from '../i18n';

/** What the toolbar button tells of a tab's run: it is under way, or how it ended that nobody has seen yet. */
export type Badge = 'running' | 'done' | 'problem' | null;

/** Puts a badge on a tab's button. */
export type ShowBadge = (tabId: number, badge: Badge) => void;

/** What waits for the user's consent is news as well. */
export function badgeOf(run: Run): Badge {
  if (isLive(run)) return 'running';
  if (run.seen) return null;
  return problemOf(run) ? 'problem' : 'done';
}

/** The same in words. */
export function badgeWords(badge: Badge): string {
  return badge === null ? t('extName') : t(`badge_${badge}`);
}
