import type { Line } from '../../../utils/core/ledger/ledger-line';
import { toDayRecord } from '../../../utils/store/day-record';
import { toLineRecord } from '../../../utils/store/line-record';
import type { View } from '../../browsers/browser';
import { bookOf } from '../../gallery/data/lines';
import { seedLines, seedSums } from './page';

/** Puts lines into the ledger of a browser, with what days and months come to; `control`: a page of the extension. */
export async function seedLedger(control: View, lines: readonly Line[]) {
  for (let at = 0; at < lines.length; at += 5000)
    await control.evaluate(seedLines, lines.slice(at, at + 5000).map(toLineRecord));
  const book = bookOf(lines);
  const days = book.days.map(toDayRecord);
  for (const [store, records] of [
    ['days', days],
    ['months', book.months.map(toDayRecord)],
  ] as const)
    await control.evaluate(
      seedSums,
      store,
      records.map((record) => ({ ...record, figures: [...record.figures] })),
    );
  return days;
}
