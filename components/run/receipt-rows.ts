import { deviceEndpoint } from '../../utils/core/endpoint';
import { count, date, duration, exactMoney } from '../../utils/core/format';
import type { Cost } from '../../utils/core/money/cost';
import type { Receipt } from '../../utils/core/money/receipt';
import type { Found } from '../../utils/core/shield/shield';
import { locale, t } from '../../utils/i18n';
import { underscored } from '../../utils/underscored';
import { foundWords } from '../preview/found-words';
import { shareWords } from '../preview/PartNote';
import type { NameModel } from '../use-stored';

export interface Row {
  readonly name: string;
  readonly value: string;
  /** A part of the row above. */
  readonly part?: true;
  /** Latin and worth copying, whatever the language around it. */
  readonly code?: true;
}

/** A receipt in full. */
export function receiptRows(
  receipt: Receipt,
  nameModel: NameModel,
  found: readonly Found[] = [],
  chance?: number,
): readonly Row[] {
  const name = nameModel(receipt.model);
  return [
    { name: t('rowService'), value: serviceWords(receipt) },
    { name: t('rowModel'), value: name },
    ...(found.length === 0 ? [] : [{ name: t('rowHidden'), value: foundWords(found) }]),
    ...usageRows(receipt, chance),
    { name: t('rowCost'), value: fullCost(receipt.cost) },
    ...doubtRows(receipt),
    ...timeRow(t('rowFirstWord'), receipt.firstWordMs),
    ...timeRow(t('rowWhole'), receipt.wholeMs),
    ...(receipt.requestId === null
      ? []
      : [{ name: t('rowRequestId'), value: receipt.requestId, code: true as const }]),
    ...(receipt.pricedOn === null
      ? []
      : [{ name: t('rowPricedOn'), value: date(locale(), receipt.pricedOn) }]),
    ...(receipt.ownPrice ? [{ name: t('rowPrices'), value: t('yourPrice') }] : []),
  ];
}

function serviceWords({ service }: Receipt): string {
  return service === deviceEndpoint.name ? t('onThisDevice') : service;
}

/** What nobody was asked has no tokens. */
function usageRows(
  { usage, final, cost, saved }: Receipt,
  chance: number | undefined,
): readonly Row[] {
  if (!usage && cost.kind === 'exact') return [];
  if (!usage) {
    const value = t('notReported');
    return [
      { name: t('rowInput'), value },
      { name: t('rowOutput'), value },
    ];
  }
  const tokens = (value: number) => count(locale(), value);
  const output = tokens(usage.output);
  return [
    { name: t('rowInput'), value: tokens(usage.input) },
    { name: t('rowOutput'), value: final ? output : t('atLeast', { value: output }) },
    {
      name: t('rowThinking'),
      value: final ? tokens(usage.thinking) : t('notReported'),
      part: true,
    },
    { name: t('rowCacheRead'), value: tokens(usage.cacheRead) },
    { name: t('rowCacheWritten'), value: tokens(usage.cacheWrite5m + usage.cacheWrite1h) },
    ...savedRows(saved, chance),
  ];
}

/** What the cache has saved; where it was written first, what that took more, and why it was. */
function savedRows(saved: number | null, chance: number | undefined): readonly Row[] {
  if (saved === null) return [];
  const value = exactMoney(locale(), Math.abs(saved));
  if (saved > 0) return [{ name: t('rowCacheSaved'), value, part: true }];
  const why =
    chance === undefined ? [] : [{ name: t('rowCacheChance'), value: shareWords(chance) }];
  return [{ name: t('rowCacheExtra'), value }, ...why].map((row) => ({ ...row, part: true }));
}

function fullCost(cost: Cost): string {
  const money = (nano: number) => exactMoney(locale(), nano);
  if (cost.kind === 'unknown') return t('priceUnknown');
  if (cost.kind === 'exact') return money(cost.nano);
  if (cost.kind === 'unverified') return unverifiedCost(cost);
  if (cost.atLeast === 0) return t('atMost', { value: money(cost.atMost) });
  return t('between', { low: money(cost.atLeast), high: money(cost.atMost) });
}

function unverifiedCost({ claimed, atMost }: Extract<Cost, { kind: 'unverified' }>): string {
  const high = exactMoney(locale(), atMost);
  if (claimed === null || claimed === atMost) return t('costUnverified', { value: high });
  return t('costUnverifiedFull', { high, claimed: exactMoney(locale(), claimed) });
}

/** Why the usage is not believed, and what the service wrote. */
function doubtRows({ doubt }: Receipt): readonly Row[] {
  if (!doubt) return [];
  const { kind, raw } = doubt;
  return [
    { name: t('rowDoubt'), value: t(`doubt_${underscored(kind)}`) },
    ...(raw === null ? [] : [{ name: t('rowReported'), value: raw, code: true as const }]),
  ];
}

function timeRow(name: string, ms: number | null): readonly Row[] {
  return ms === null ? [] : [{ name, value: duration(locale(), ms) }];
}
