import { costOf } from './cost';
import type { Doubt } from './doubt';
import type { NanoDollars } from './money';
import type { Price } from './price';
import type { Spent } from './spent';
import { noUsage, promptTokens, type Term } from './usage';

/**
 * Input up to so many times the upper estimate, and so many tokens, is believed: the estimate of a script that nobody has
 * measured may be far off, and some services put words of their own before a prompt.
 */
const believableInput = { times: 4, more: 1000 };

/** Why what was reported of a turn cannot be believed, if it cannot. The device counts nothing. */
export function doubtIn(spent: Spent): Doubt | null {
  const { usage, final, whole, prompt, maxOutput, pricing } = spent;
  if (pricing.kind === 'free') return null;
  if (spent.doubt) return spent.doubt;
  if (whole && !final) return { kind: 'missing', raw: null };
  if (!usage) return null;
  if (usage.output > maxOutput) return { kind: 'more-output', raw: null };
  const most = believableInput.times * prompt.high + believableInput.more;
  return promptTokens(usage) > most ? { kind: 'more-input', raw: null } : null;
}

/**
 * The most that a turn can have cost, in nano-dollars: all that its request allowed, on the terms that were reported and
 * at worst in the US only, as `costBefore` has it, or what was claimed if that is more. Null where no price is known for
 * those terms.
 */
export function boundOf(
  { usage, prompt, cached, maxOutput }: Spent,
  price: Price,
): NanoDollars | null {
  const told = usage ?? noUsage;
  const output = Math.max(told.output, maxOutput);
  const marked = cached?.high ?? 0;
  const rest = prompt.high - marked;
  const terms: readonly Term[] = [...(told.terms ?? []), 'us'];
  const asked = { ...noUsage, terms, searches: told.searches, output };
  const costs = [
    { ...told, terms, output },
    { ...asked, input: prompt.high },
    { ...asked, input: rest, cacheRead: marked },
    { ...asked, input: rest, cacheWrite5m: marked },
  ].map((possible) => costOf(possible, price));
  return costs.reduce((most, cost) =>
    most === null || cost === null ? null : Math.max(most, cost),
  );
}
