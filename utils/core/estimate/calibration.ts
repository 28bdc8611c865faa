import type { Range } from '../money/money';
import { type Rough, type Script, scripts, spreads, sumOf } from './tokens';

/** How far bills were from estimates: of ln(billed / estimated) the count, the mean, and the sum of squares about it. */
export interface Deviation {
  readonly count: number;
  readonly mean: number;
  readonly squares: number;
}

/** What bills have taught, by `calibrationKey`. */
export type Calibration = Readonly<Record<string, Deviation>>;

/** Tokens that the service adds around document and instruction: 3 to 8 in recorded traffic, and room for more. */
const overhead: Range = { low: 3, high: 20 };
const usualOverhead = 8;

/** What one is told before any bill weighs as much as this many bills. */
const doubt = 2;

/** Bills beyond this many push older ones out: a service may change its tokenizer. */
const memory = 30;

/** A range is never narrower than this to either side, however often a bill agreed. */
const least = 0.03;

/** Of ln(billed / estimated): a bill beyond it is of another tokenizer, or of a server that does not count. */
const believable = Math.log(4);

/** A bill further off than so many times what is expected counts as if it were so far: one odd bill is no tokenizer. */
const expected = 2;

/** Bills are kept by endpoint, model and what the text was mostly made of. */
export function calibrationKey(endpointId: string, model: string, rough: Rough): string {
  return `${endpointId} ${model} ${mainScript(rough)}`;
}

function mainScript(rough: Rough): Script {
  return scripts.reduce((most, script) => (rough[script] > rough[most] ? script : most), 'latin');
}

/** Tokens of a prompt as a range: the rough estimate, moved and narrowed by what bills have taught (`told`). */
export function promptRange(rough: Rough, told: Deviation | undefined): Range {
  const middle = sumOf(rough);
  const { mean, spread } = posterior(priorSpread(rough), told);
  return {
    low: Math.floor(middle * Math.exp(mean - spread)) + overhead.low,
    high: Math.ceil(middle * Math.exp(mean + spread)) + overhead.high,
  };
}

function priorSpread(rough: Rough): number {
  const middle = sumOf(rough);
  if (middle === 0) return spreads.latin;
  return scripts.reduce((sum, script) => sum + rough[script] * spreads[script], 0) / middle;
}

/** Normal observations under a conjugate prior about 0; the spread is two standard deviations. */
function posterior(prior: number, told: Deviation | undefined) {
  if (!told) return { mean: 0, spread: Math.log1p(prior) };
  const { count, mean, squares } = told;
  const variance = (prior / 2) ** 2;
  const between = (doubt * count * mean ** 2) / (doubt + count);
  const pooled = (doubt * variance + squares + between) / (doubt + count);
  return {
    mean: (count * mean) / (doubt + count),
    spread: Math.max(least, 2 * Math.sqrt(pooled)),
  };
}

/** What is known after a bill: `billed` tokens for a prompt that was roughly estimated so. Odd bills teach nothing. */
export function learnt(
  told: Deviation | undefined,
  rough: Rough,
  billed: number,
): Deviation | null {
  const estimated = sumOf(rough) + usualOverhead;
  const deviation = Math.log(billed / estimated);
  if (!(Math.abs(deviation) <= believable)) return null;
  const { mean: middle, spread } = posterior(priorSpread(rough), told);
  const far = expected * spread;
  const taken = Math.min(middle + far, Math.max(middle - far, deviation));
  const before = recent(told ?? { count: 0, mean: 0, squares: 0 });
  const count = before.count + 1;
  const step = taken - before.mean;
  const mean = before.mean + step / count;
  return { count, mean, squares: before.squares + step * (taken - mean) };
}

function recent({ count, mean, squares }: Deviation): Deviation {
  if (count < memory) return { count, mean, squares };
  return { count: memory - 1, mean, squares: (squares * (memory - 1)) / count };
}
