/** What a row promises: at most so many times the limit, at most so much, or nothing. */
export type Goal = { readonly times: number } | { readonly atMost: number } | null;

export interface Row {
  readonly metric: string;
  readonly unit: string;
  /** The same done by as little as possible, in the same run. */
  readonly limit?: number;
  readonly ours: number;
  readonly goal: Goal;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function tableOf(rows: readonly Row[]): string {
  const head = ['Metric', 'Limit', 'Ours', 'Ratio', 'Goal', ''];
  const lines = [head, ['---', '---:', '---:', '---:', '---:', '---'], ...rows.map(cellsOf)];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function cellsOf(row: Row): string[] {
  const { metric, unit, limit, ours, goal } = row;
  const amount = (value: number) => `${Number(value.toFixed(value < 100 ? 1 : 0))} ${unit}`.trim();
  return [
    metric,
    limit === undefined ? '' : amount(limit),
    amount(ours),
    limit ? (ours / limit).toFixed(2) : '',
    goalOf(goal, amount),
    verdictOf(row),
  ];
}

function goalOf(goal: Goal, amount: (value: number) => string): string {
  if (!goal) return '';
  if ('times' in goal) return `≤ ${goal.times} ×`;
  return goal.atMost === 0 ? '0' : `≤ ${amount(goal.atMost)}`;
}

function verdictOf({ limit = Number.NaN, ours, goal }: Row): string {
  if (!goal) return '';
  const within = 'times' in goal ? ours / limit <= goal.times : ours <= goal.atMost;
  return within ? 'ok' : 'over';
}
