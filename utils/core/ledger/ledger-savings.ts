import type { BuiltInId } from '../actions/action';
import { roughTokens, roughTokensOf, sumOf } from '../estimate/tokens';
import { isBefore47 } from '../model';
import { costOf } from '../money/cost';
import type { Price } from '../money/price';
import { priceFor } from '../money/prices';
import { promptTokens, type Usage } from '../money/usage';
import type { Request } from '../prompt';
import { instructionOf, isCited, promptParts } from '../request-parts';
import type { Run } from '../runs/run';
import type { Turn } from '../runs/turn';
import type { Source } from '../source/source';
import { noSavings, type Saving, type Savings } from './ledger-line';

/**
 * What published prompts for a summary of a page take, in tokens of either tokenizer: the median of six (docs/costs.md).
 */
const usualPrompt = { since47: 162, before47: 120 } as const;

const summaries: readonly BuiltInId[] = ['summarize', 'key-points'];

/** What was saved of a run's last turn, as far as its bill tells; `request`: as it was sent, null where nobody knows. */
export function savingsOf(run: Run, request: Request | null): Savings {
  const turn = run.turns.at(-1);
  const usage = turn?.receipt?.usage;
  if (!turn?.receipt || !usage || turn.receipt.doubt) return noSavings;
  const price = priceFor(turn.pricing, turn.receipt.model, turn.receipt.sentAt);
  const cache = cacheSaving(turn, usage, price);
  if (!request || !run.source || !turn.final) return { ...noSavings, cache };
  const bill: Bill = { usage, price, scale: scaleOf(request, run.source, usage) };
  return {
    page: pageSaving(run.source, request.model, bill),
    prompt: promptSaving(run, request, bill),
    cache,
  };
}

/** What was billed. `scale`: billed tokens for each that is estimated. */
interface Bill {
  readonly usage: Usage;
  readonly price: Price | null;
  readonly scale: number;
}

/** Images, pages of PDFs and what citations add are not in the texts that are counted. */
function scaleOf(request: Request, { media }: Source, usage: Usage): number {
  const rough = sumOf(roughTokensOf(promptParts(request), request.model));
  return media || isCited(request) || rough === 0 ? 1 : promptTokens(usage) / rough;
}

/** Against all that can be seen on the page. Its tokens are taken to be as long there as in what was sent. */
function pageSaving(source: Source, model: string, bill: Bill): Saving | null {
  const { kind, text, whole, part } = source;
  if ((kind !== 'page' && kind !== 'link') || part || !whole || whole <= text.length) return null;
  const after = Math.round(sumOf(roughTokens(text, model)) * bill.scale);
  const before = Math.round((after * whole) / text.length);
  return { before, after, nano: costOfMore(before - after, bill, kindOfPage(bill.usage)) };
}

/** Against what published prompts for the same take. An own action's words are the user's. */
function promptSaving({ action }: Run, request: Request, bill: Bill): Saving | null {
  if (action.title !== null || !summaries.some((id) => id === action.id)) return null;
  const parts = [request.system, instructionOf(request)];
  const after = Math.round(sumOf(roughTokensOf(parts, request.model)) * bill.scale);
  const usual = isBefore47(request.model) ? usualPrompt.before47 : usualPrompt.since47;
  const before = Math.round(usual * bill.scale);
  return { before, after, nano: costOfMore(before - after, bill, 'input') };
}

/** Against the same prompt without a cache. */
function cacheSaving({ receipt }: Turn, usage: Usage, price: Price | null): Saving | null {
  const { cacheRead, cacheWrite5m, cacheWrite1h } = usage;
  if (!receipt || cacheRead + cacheWrite5m + cacheWrite1h === 0) return null;
  const before = promptTokens(usage);
  return { before, after: before - cacheRead, nano: price && (receipt.saved ?? 0) };
}

type Kind = 'input' | 'cacheRead' | 'cacheWrite5m';

/** As what the page was billed: more of it would have been the same. */
function kindOfPage({ cacheRead, cacheWrite5m }: Usage): Kind {
  if (cacheRead > 0) return 'cacheRead';
  return cacheWrite5m > 0 ? 'cacheWrite5m' : 'input';
}

/** What more tokens of a kind would have cost, tiers included; of fewer, what they would have saved. */
function costOfMore(more: number, { usage, price }: Bill, kind: Kind): number | null {
  if (!price) return null;
  const paid = costOf(usage, price);
  const other = costOf({ ...usage, [kind]: Math.max(0, usage[kind] + more) }, price);
  return paid === null || other === null ? null : other - paid;
}
