import { builtInIds } from '../../../utils/core/actions/action';
import { dayAt, monthOf } from '../../../utils/core/calendar';
import type { Book } from '../../../utils/core/ledger/ledger-book';
import { linesByDay, sumsOfDay, sumsOfMonth } from '../../../utils/core/ledger/ledger-days';
import { type Line, noSavings, type Outcome } from '../../../utils/core/ledger/ledger-line';

const hosts = ['example.org', 'trains.example', 'a-very-long-name-of-a-site.example.museum', ''];
const models = ['claude-haiku-5-5', 'claude-sonnet-5-5', 'claude-opus-5-5'];
const ends: readonly Outcome[] = ['done', 'done', 'done', 'stopped', 'done', 'failed', 'cut'];

/** One in a row that looks random and is the same each time: from 0 to 1. */
function chance(index: number, of: number): number {
  return ((Math.imul(index + 1, 2_654_435_761) >>> of) % 1000) / 1000;
}

/** Lines of the ledger before `now` (ms since 1970), newest first, spread over so many days. */
export function manyLines(count: number, days: number, now: number): readonly Line[] {
  return Array.from({ length: count }, (_, index) =>
    lineAt(index, now - (index * days * 86_400_000) / count),
  );
}

/** The whole book of some lines. */
export function bookOf(lines: readonly Line[]): Book {
  const days = [...linesByDay(lines)]
    .map(([day, among]) => sumsOfDay(day, among))
    .toSorted((a, b) => (a.time < b.time ? -1 : 1));
  const times = new Set(days.map(({ time }) => monthOf(time)));
  const months = [...times].map((month) =>
    sumsOfMonth(
      month,
      days.filter(({ time }) => monthOf(time) === month),
    ),
  );
  return { days, months, first: days[0]?.time ?? null };
}

function lineAt(index: number, at: number): Line {
  const input = Math.round(400 + 9000 * chance(index, 3));
  const output = Math.round(50 + 600 * chance(index, 5));
  const model = models[Math.floor(chance(index, 7) ** 3 * models.length)] ?? '';
  const outcome = ends[index % ends.length] ?? 'done';
  const nano = (input * 100 + output * 500) * (model === models[0] ? 1 : 12);
  const isPrivate = index % 17 === 16;
  return {
    id: `line ${index}`,
    at,
    day: dayAt(at),
    action: isPrivate ? null : actionOf(index),
    service: index % 11 === 10 ? 'A gateway' : 'Anthropic',
    model,
    usage: { input, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output, thinking: 0 },
    cost: costOf(outcome, nano),
    outcome,
    site: isPrivate ? '' : (hosts[Math.floor(chance(index, 9) * hosts.length)] ?? ''),
    savings: isPrivate
      ? noSavings
      : { ...noSavings, page: { before: input * 5, after: input, nano: input * 400 } },
    requestId: isPrivate ? null : 'req_011CSHoEeqs5C35K2UUqR7Fy',
    wholeMs: isPrivate ? null : 2140,
  };
}

function actionOf(index: number) {
  const id = builtInIds[Math.floor(chance(index, 11) ** 2 * builtInIds.length)] ?? 'summarize';
  return { id, title: null };
}

function costOf(outcome: Outcome, nano: number): Line['cost'] {
  if (outcome === 'stopped') return { kind: 'between', atLeast: nano, atMost: 4 * nano };
  if (outcome === 'failed') return { kind: 'unknown' };
  return { kind: 'exact', nano };
}
