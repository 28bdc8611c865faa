import type { Receipt } from '../money/receipt';
import { askedIn, joined, quoted, turnTexts } from './conversation-text';
import { problemOf, type Run } from './run';
import { unshieldedRun } from './shield-run';

/** Marks a file as ours; its shape is `docs/history.schema.json`. */
export const historyKind = 'gloss-history';
export const historyVersion = 1;

/** Marks a file of runs that cannot be read, as they are stored. */
export const damagedKind = 'gloss-unreadable';

/** A file of runs is its head, their records with commas between, and its end. `at`: ms since 1970. */
export function fileHead(at: number, kind: string = historyKind): string {
  const made = new Date(at).toISOString();
  const head = JSON.stringify({ kind, version: historyVersion, made });
  return `${head.slice(0, -1)},"runs":[\n`;
}

export const fileEnd = '\n]}\n';

/** A run as JSON, as its user reads it: nothing that only Gloss needs, and no key, which is in no run. */
export function recordOf(told: Run): string {
  const run = unshieldedRun(told);
  const { id, createdAt, action, language, source, turns } = run;
  return JSON.stringify({
    id,
    at: new Date(createdAt).toISOString(),
    action: { id: action.id, title: action.title, prompt: action.prompt },
    question: askedIn(run),
    language,
    source: source && {
      kind: source.kind,
      title: source.title,
      address: source.address,
      text: source.text,
      ...(source.around !== undefined && { page: source.around }),
    },
    turns: turns.map((turn) => ({
      question: turn.question,
      answer: turn.text,
      state: turn.state.kind,
      service: turn.service,
      model: turn.model,
      receipt: turn.receipt && receiptOf(turn.receipt),
    })),
  });
}

/** Anything that was stored, as far as JSON can tell it. */
export function damagedRecord(stored: unknown): string {
  const told = (_: string, value: unknown) => (typeof value === 'bigint' ? `${value}` : value);
  try {
    return JSON.stringify(stored, told) ?? 'null';
  } catch {
    // It contains itself.
    return 'null';
  }
}

/** Money in integer nano-dollars, times in ms. */
function receiptOf({ usage, final, doubt, cost, pricedOn, requestId, sentAt, wholeMs }: Receipt) {
  return {
    usage,
    final,
    ...(doubt && { doubt: doubt.kind }),
    cost,
    pricedOn,
    requestId,
    sentAt: new Date(sentAt).toISOString(),
    wholeMs,
  };
}

/** What a reader's language calls things. */
export interface Names {
  readonly title: (run: Run) => string;
  readonly action: (run: Run) => string;
  readonly time: (run: Run) => string;
  readonly cost: (receipt: Receipt) => string;
  /** An answer that is not whole. */
  readonly unfinished: () => string;
}

/**
 * A run as a chapter of a Markdown document: title, where and when, then what was asked and answered. `before`: footnotes
 * in the chapters before it.
 */
export function markdownOf(told: Run, names: Names, before = 0): string {
  const run = unshieldedRun(told);
  const { source, turns } = run;
  const facts = [names.action(run), names.time(run)];
  if (problemOf(run)) facts.push(names.unfinished());
  const texts = turnTexts(turns, before);
  const said = turns.flatMap((turn, index) => [
    texts[index] ?? '',
    turn.receipt ? `*${names.cost(turn.receipt)} · ${turn.receipt.model}*` : '',
  ]);
  const parts = [
    `## ${oneLine(names.title(run))}`,
    facts.join(' · '),
    source?.address ? `<${source.address.replace(/[<>\s]/g, encodeURIComponent)}>` : '',
    quoted(askedIn(run)),
    ...said,
    '---',
  ];
  return `${joined(parts)}\n\n`;
}

/** A title's own marks are words in it. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#]/g, (mark) => `\\${mark}`);
}
