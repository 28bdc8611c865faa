import { actionTitle } from '../../utils/action-names';
import { type Day, type Month, noonOf } from '../../utils/core/calendar';
import { money, moneyRange } from '../../utils/core/format';
import { dayFormat } from '../../utils/core/intl';
import type { Kind } from '../../utils/core/ledger/ledger-days';
import type { Outcome } from '../../utils/core/ledger/ledger-line';
import type { Sums } from '../../utils/core/ledger/ledger-sums';
import type { Span } from '../../utils/core/ledger/ledger-view';
import { locale, t } from '../../utils/i18n';

/** What sums are known to come to, to the last nano-dollar. */
export function exactWords({ exact }: Sums): string {
  return money(locale(), exact);
}

/** What comes to it: estimates, and what has no price. */
export function alsoWords({ estimated, atLeast, atMost, unknown }: Sums): readonly string[] {
  return [
    estimated > 0
      ? t('costsEstimated', { value: moneyRange(locale(), { low: atLeast, high: atMost }) })
      : '',
    unknown > 0 ? t('costsUnknown', { count: unknown }) : '',
  ].filter((words) => words !== '');
}

export function sumWords(sums: Sums): string {
  return [exactWords(sums), ...alsoWords(sums)].join(' + ');
}

/** All tokens, of the prompt and of the answer. */
export function tokensIn({ input, cacheRead, cacheWrite, output }: Sums): number {
  return input + cacheRead + cacheWrite + output;
}

export function actionWords({ action }: Pick<Kind, 'action'>): string {
  return action ? actionTitle(action) : t('costsPrivate');
}

export function siteWords({ site }: Pick<Kind, 'site'>): string {
  return site || t('costsNoSite');
}

export function spanWords(span: Span): string {
  switch (span) {
    case 'month':
      return t('costsMonth');
    case '30-days':
      return t('historyMonth');
    case '12-months':
      return t('costsYear');
    case 'all':
      return t('historyAnyTime');
  }
}

/** How a turn ended that did not end well. */
export function outcomeWords(outcome: Outcome): string | null {
  return outcome === 'done' ? null : t(`outcome_${outcome}`);
}

/** A day or a month in short. */
export function timeOf(time: Day | Month): string {
  const isDay = time.length > 7;
  const style = isDay
    ? ({ day: 'numeric', month: 'short' } as const)
    : ({ month: 'short', year: 'numeric' } as const);
  return written(isDay ? time : `${time}-01`, style);
}

/** A day by its name. */
export function dateOf(day: Day): string {
  return written(day, { day: 'numeric', month: 'long' });
}

function written(day: Day, style: Intl.DateTimeFormatOptions): string {
  return dayFormat(locale(), style).format(noonOf(day));
}
