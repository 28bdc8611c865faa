import { estimateTokens } from '../estimate/tokens';
import { costBefore } from '../money/cost';
import type { Range } from '../money/money';
import { priceFor } from '../money/prices';
import { promptTokens } from '../money/usage';
import { followUpTokens, inLanguage } from './conversation';
import type { Run } from './run';
import type { Turn } from './turn';

/**
 * What one more question would cost, in nano-dollars: what the last turn was billed for is sent again with its answer
 * and the question. Null where no turn has told a usage to believe, or the price is not known. `at` in ms since 1970.
 */
export function nextCost(
  { turns, language }: Pick<Run, 'turns' | 'language'>,
  question: string,
  at: number,
): Range | null {
  const last = turns.findLast(({ usage, receipt }) => usage !== null && !receipt?.doubt);
  if (!last?.usage) return null;
  const { usage, final, pricing, maxOutput } = last;
  const model = last.asked?.model ?? last.model;
  const price = priceFor(pricing, model, at);
  if (!price) return null;
  const sent = promptTokens(usage);
  const asked = estimateTokens(inLanguage(question, language), model);
  const prompt = {
    low: sent + usage.output - usage.thinking + asked.low,
    high: sent + (final ? usage.output : maxOutput) + asked.high,
  };
  return costBefore(prompt, Math.max(maxOutput, followUpTokens), price, cachedOf(last, sent));
}

/** What lies in the cache is known to the token; what does not may be written to it. */
function cachedOf({ usage }: Turn, sent: number): Range {
  const cached = (usage?.cacheRead ?? 0) + (usage?.cacheWrite5m ?? 0);
  return cached > 0 ? { low: cached, high: cached } : { low: 0, high: sent };
}
