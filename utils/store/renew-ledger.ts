import { linesByDay, sumsOfDay } from '../core/ledger/ledger-days';
import { type DayRecord, toDayRecord } from './day-record';
import { fromLineRecord, type LineRecord, toLineRecord } from './line-record';

/** The records of lines of any version as they are stored today, and what their days come to. What cannot be read is left. */
export function renewed(stored: readonly unknown[]): {
  readonly records: readonly LineRecord[];
  readonly sums: readonly DayRecord[];
} {
  const lines = stored.flatMap((each) => fromLineRecord(each) ?? []);
  const sums = [...linesByDay(lines)].map(([day, among]) => toDayRecord(sumsOfDay(day, among)));
  return { records: lines.map(toLineRecord), sums };
}
