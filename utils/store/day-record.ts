import * as v from 'valibot';
import type { Cell, Kind, TimeSums } from '../core/ledger/ledger-days';
import { figureCount } from '../core/ledger/ledger-sums';

/** The sums of a day, or of a month, as they are stored: a list of kinds and all numbers in its order. */
export interface DayRecord {
  readonly v: 1;
  /** YYYY-MM-DD; of a month YYYY-MM. */
  readonly day: string;
  /** Each as service, model, action's id, action's title, site. */
  readonly kinds: readonly StoredKind[];
  readonly figures: Float64Array;
}

type StoredKind = readonly [string, string, string | null, string | null, string];

const record = v.object({
  v: v.literal(1),
  day: v.string(),
  kinds: v.array(v.custom<StoredKind>(isStoredKind)),
  figures: v.custom<Float64Array>(isFigures),
});

/** By hand: there are thousands of them, and a schema takes ten times as long. */
function isStoredKind(stored: unknown): boolean {
  if (!Array.isArray(stored) || stored.length !== 5) return false;
  const [service, model, id, title, site] = stored;
  const known = [service, model, site].every((each) => typeof each === 'string');
  return known && [id, title].every((each) => each === null || typeof each === 'string');
}

function isFigures(stored: unknown): boolean {
  return ArrayBuffer.isView(stored) && 'every' in stored && stored instanceof Float64Array
    ? stored.every(Number.isSafeInteger)
    : false;
}

export function toDayRecord({ time, cells }: TimeSums): DayRecord {
  return {
    v: 1,
    day: time,
    kinds: cells.map(({ kind: { service, model, action, site } }) => [
      service,
      model,
      action?.id ?? null,
      action?.title ?? null,
      site,
    ]),
    figures: Float64Array.from(cells.flatMap(({ figures }) => Array.from(figures))),
  };
}

/** Null when it cannot be read. */
export function fromDayRecord(stored: unknown): TimeSums | null {
  const parsed = v.safeParse(record, stored);
  if (!parsed.success) return null;
  const { day, kinds, figures } = parsed.output;
  if (figures.length !== kinds.length * figureCount) return null;
  const cellOf = (kind: StoredKind, index: number): Cell => ({
    kind: toKind(kind),
    figures: figures.subarray(index * figureCount, (index + 1) * figureCount),
  });
  return { time: day, cells: kinds.map(cellOf) };
}

function toKind([service, model, id, title, site]: StoredKind): Kind {
  return { service, model, action: id === null ? null : { id, title }, site };
}
