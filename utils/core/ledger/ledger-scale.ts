/** The lines of a scale from 0 up, at round values, so that the last one is not below what is drawn. */
export function scaleFor(most: number): readonly number[] {
  if (most <= 0) return [0];
  const step = roundStep(most / 3);
  const lines = [0];
  for (let at = 1; (at - 1) * step < most; at += 1) lines.push(at * step);
  return lines;
}

/** The next 1, 2 or 5 times a power of ten, at least 1: a nano-dollar is not divided. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  const step = [1, 2, 5, 10].find((times) => times * power >= least) ?? 10;
  return step * power;
}
