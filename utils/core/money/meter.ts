import type { Doubt } from './doubt';
import { noUsage, promptTokens, type Usage, type UsageUpdate, updateUsage } from './usage';

/** A report of usage as it was read: what it tells, or why that is beyond belief. `none`: it tells nothing. */
export type Report<Told> =
  | { readonly kind: 'told'; readonly told: Told; readonly raw: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'doubtful'; readonly doubt: Doubt };

/** What the reports of a turn have told so far. */
export interface Reading {
  /** The last that can be believed; null while there is none. */
  readonly usage: Usage | null;
  /** The first reason not to believe what was reported. */
  readonly doubt: Doubt | null;
}

/** After the report at the start of an answer. Who counts only at the end begins with nothing. */
export function firstReading(report: Report<Usage>): Reading {
  switch (report.kind) {
    case 'told':
      return { usage: report.told, doubt: null };
    case 'none':
      return { usage: noUsage, doubt: null };
    case 'doubtful':
      return { usage: null, doubt: report.doubt };
  }
}

/** After a later report: it replaces, never adds, and of one that went down the larger numbers stay. */
export function nextReading({ usage, doubt }: Reading, report: Report<UsageUpdate>): Reading {
  if (report.kind === 'none') return { usage, doubt };
  if (report.kind === 'doubtful') return { usage, doubt: doubt ?? report.doubt };
  const next = updateUsage(usage ?? noUsage, report.told);
  if (!usage || isAtLeast(next, usage)) return { usage: next, doubt };
  return {
    usage: largerOf(next, usage),
    doubt: doubt ?? { kind: 'decreasing', raw: report.raw },
  };
}

function isAtLeast(next: Usage, before: Usage): boolean {
  return (
    next.output >= before.output &&
    promptTokens(next) >= promptTokens(before) &&
    searchesIn(next) >= searchesIn(before)
  );
}

function largerOf(next: Usage, before: Usage): Usage {
  const prompt = promptTokens(next) >= promptTokens(before) ? next : before;
  const { thinking, terms } = next;
  const output = Math.max(next.output, before.output);
  const searches = Math.max(searchesIn(next), searchesIn(before)) || undefined;
  return { ...prompt, output, thinking, terms, searches };
}

function searchesIn({ searches = 0 }: Usage): number {
  return searches;
}

/** No prompt is without tokens, and no text: a server that says 0 has not counted, which is null. */
export function counted(usage: Usage | null, hasText: boolean): Usage | null {
  if (!usage || promptTokens(usage) === 0) return null;
  return hasText && usage.output === 0 ? null : usage;
}
