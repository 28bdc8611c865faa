import type { Cost } from '../money/cost';
import type { NanoDollars } from '../money/money';
import { type Line, type Saving, ways } from './ledger-line';

/** Marks a file as ours; its shape is `docs/ledger.schema.json`. */
export const ledgerKind = 'gloss-ledger';
export const ledgerVersion = 1;

/** Dollars as a decimal number to the last nano-dollar: no digit is rounded, and none is written as a power of ten. */
export function dollars(nano: NanoDollars): string {
  const digits = String(Math.abs(nano)).padStart(10, '0');
  const part = digits.slice(-9).replace(/0+$/, '');
  return `${nano < 0 ? '-' : ''}${digits.slice(0, -9)}${part && '.'}${part}`;
}

/** What a cost says of each: exactly, at least, at most; null where it does not. */
function boundsOf(cost: Cost): readonly [exact: string, low: string, high: string] | null {
  switch (cost.kind) {
    case 'exact':
      return [dollars(cost.nano), dollars(cost.nano), dollars(cost.nano)];
    case 'between':
      return ['', dollars(cost.atLeast), dollars(cost.atMost)];
    case 'unverified':
      return ['', dollars(0), dollars(cost.atMost)];
    case 'unknown':
      return cost.atMost === undefined ? null : ['', dollars(0), dollars(cost.atMost)];
  }
}

/** A file of lines is its head, their records with commas between, and its end. `at`: ms since 1970. */
export function jsonHead(at: number): string {
  const made = new Date(at).toISOString();
  const head = JSON.stringify({ kind: ledgerKind, version: ledgerVersion, made });
  return `${head.slice(0, -1)},"lines":[\n`;
}

export const jsonEnd = '\n]}\n';

/** A line as JSON: money in dollars as decimal numbers in text, times in ISO 8601 or ms. */
export function jsonOf(line: Line): string {
  const { id, at, day, action, service, model, usage, cost, outcome, savings } = line;
  const bounds = boundsOf(cost);
  const [, low, high] = bounds ?? [];
  const saved = (saving: Saving | null) =>
    saving && {
      before: saving.before,
      after: saving.after,
      usd: saving.nano === null ? null : dollars(saving.nano),
    };
  return JSON.stringify({
    id,
    at: new Date(at).toISOString(),
    day,
    action,
    service,
    model,
    outcome,
    usage,
    cost: { kind: cost.kind, ...(bounds && { atLeastUsd: low, atMostUsd: high }) },
    site: line.site || null,
    saved: {
      page: saved(savings.page),
      prompt: saved(savings.prompt),
      cache: saved(savings.cache),
    },
    requestId: line.requestId,
    durationMs: line.wholeMs,
  });
}

/**
 * What a spreadsheet may take for a formula, at the beginning of a cell: also of one that it makes itself where it cuts at
 * tabs, semicolons or quotation marks. https://owasp.org/www-community/attacks/CSV_Injection
 */
const dangerous = /(?<=(?:^|[;,\t\r\n"])\s*)(?=['=+\-@\t\r\n＝＋－＠])/g;

/** A text as a cell: an apostrophe stands before what could be a formula. Taken away there, it is the text again. */
export function cellOf(text: string): string {
  const safe = text.replace(dangerous, "'");
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

type Column = readonly [name: string, cell: (line: Line) => string];

const number = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

const columns: readonly Column[] = [
  ['time', ({ at }) => new Date(at).toISOString()],
  ['day', ({ day }) => day],
  ['action', ({ action }) => cellOf(action?.id ?? '')],
  ['action_title', ({ action }) => cellOf(action?.title ?? '')],
  ['site', ({ site }) => cellOf(site)],
  ['service', ({ service }) => cellOf(service)],
  ['model', ({ model }) => cellOf(model)],
  ['outcome', ({ outcome }) => outcome],
  ['input_tokens', ({ usage }) => number(usage?.input)],
  ['cache_read_tokens', ({ usage }) => number(usage?.cacheRead)],
  ['cache_write_5m_tokens', ({ usage }) => number(usage?.cacheWrite5m)],
  ['cache_write_1h_tokens', ({ usage }) => number(usage?.cacheWrite1h)],
  ['output_tokens', ({ usage }) => number(usage?.output)],
  ['thinking_tokens', ({ usage }) => number(usage?.thinking)],
  ['web_searches', ({ usage }) => number(usage && (usage.searches ?? 0))],
  ['terms', ({ usage }) => usage?.terms?.join(' ') ?? ''],
  ['cost', ({ cost }) => cost.kind],
  ['cost_usd', ({ cost }) => boundsOf(cost)?.[0] ?? ''],
  ['cost_at_least_usd', ({ cost }) => boundsOf(cost)?.[1] ?? ''],
  ['cost_at_most_usd', ({ cost }) => boundsOf(cost)?.[2] ?? ''],
  ...ways.flatMap((way): readonly Column[] => [
    [`${way}_tokens_before`, ({ savings }) => number(savings[way]?.before)],
    [`${way}_tokens_after`, ({ savings }) => number(savings[way]?.after)],
    [`${way}_saved_usd`, ({ savings }) => dollarsOf(savings[way])],
  ]),
  ['duration_ms', ({ wholeMs }) => number(wholeMs)],
  ['request_id', ({ requestId }) => cellOf(requestId ?? '')],
  ['id', ({ id }) => cellOf(id)],
];

function dollarsOf(saving: Saving | null): string {
  return saving === null || saving.nano === null ? '' : dollars(saving.nano);
}

/** The first line of a table as RFC 4180 has it. */
export const csvHead = csvLine(columns.map(([name]) => name));

/** A line as a line of a table. Numbers are numbers there, a minus before them included. */
export function csvOf(line: Line): string {
  return csvLine(columns.map(([, cell]) => cell(line)));
}

function csvLine(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}
