import { anthropicEndpoint } from '../../utils/core/endpoint';
import { costFigure, duration, money, mostMoney } from '../../utils/core/format';
import type { Cost } from '../../utils/core/money/cost';
import type { Receipt } from '../../utils/core/money/receipt';
import { promptTokens } from '../../utils/core/money/usage';
import type { Head } from '../../utils/core/runs/head';
import { isLive, type Run } from '../../utils/core/runs/run';
import type { TurnState } from '../../utils/core/runs/turn';
import type { Source } from '../../utils/core/source/source';
import { locale, plural, t } from '../../utils/i18n';
import { pagesWords } from '../preview/pages-words';
import type { NameModel } from '../use-stored';

/** The part of a run's life that decides what a view offers. */
export type Phase = 'live' | 'confirming' | 'ended';

export function phaseOf(run: Run): Phase {
  if (run.state.kind === 'confirming') return 'confirming';
  return isLive(run) ? 'live' : 'ended';
}

/** State of the turn that is shown: the last one. */
export function turnState(run: Run): TurnState['kind'] | null {
  return run.turns.at(-1)?.state.kind ?? null;
}

export function titleOf(run: Run): string {
  return run.source ? nameOf(run.source) : t('untitled');
}

/** What a source is called: a pasted text has no title and is of no page. */
export function nameOf({ title, kind }: Pick<Head, 'title' | 'kind'>): string {
  return title || t(kind === 'pasted' ? 'kind_pasted' : 'untitled');
}

/** What a source is, and how much of it where that is told in pages. */
export function kindWords({ kind, media, around }: Source): string {
  if (around !== undefined) return t('kind_both');
  const pages = media?.kind === 'pdf' ? [pagesWords(media)] : [];
  return [t(`kind_${kind}`), ...pages].join(' · ');
}

export function costWords(cost: Cost): string {
  if (cost.kind === 'between' && cost.atLeast === 0) {
    return t('atMost', { value: mostMoney(locale(), cost.atMost) });
  }
  if (cost.kind === 'unverified') {
    return t('costUnverified', { value: mostMoney(locale(), cost.atMost) });
  }
  return costFigure(locale(), cost) ?? t('priceUnknown');
}

/** A model, and where it was asked if that was not Anthropic. */
export function modelWords(
  { service, model }: Pick<Receipt, 'service' | 'model'>,
  nameModel: NameModel,
): string {
  const name = nameModel(model);
  return service === anthropicEndpoint.name ? name : `${name} · ${service}`;
}

/** A receipt in short: cost, model, tokens, time, what the cache saved; what is not known is left out. */
export function receiptParts(receipt: Receipt, nameModel: NameModel): readonly string[] {
  const { usage, wholeMs, saved } = receipt;
  const tokens = usage && promptTokens(usage) + usage.output;
  return [
    costWords(receipt.cost),
    nameModel(receipt.model),
    tokens === null ? null : plural('tokens', tokens),
    wholeMs === null ? null : duration(locale(), wholeMs),
    saved !== null && saved > 0 ? t('cacheSaved', { value: money(locale(), saved) }) : null,
  ].filter((part) => part !== null);
}
