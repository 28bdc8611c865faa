import { dayAt } from '../../utils/core/calendar';
import type { TimeSums } from '../../utils/core/ledger/ledger-days';
import { csvHead, csvOf, jsonEnd, jsonHead, jsonOf } from '../../utils/core/ledger/ledger-file';
import type { LineQuery } from '../../utils/core/ledger/ledger-query';
import { saveFile } from '../save-file';
import type { LedgerFormat } from './LedgerFoot';

/**
 * Saves the lines of a query as one file, newest first; `parts`: what its time comes to; `now` in ms since 1970. Throws
 * when they cannot be read.
 */
export async function saveLedger(
  query: LineQuery,
  parts: readonly TimeSums[],
  format: LedgerFormat,
  now: number,
): Promise<void> {
  const { readLines } = await import('../../utils/store/ledger-lines');
  const write = format === 'csv' ? csvOf : jsonOf;
  const written: string[] = [];
  for await (const lines of readLines(query, parts))
    if (lines.length > 0) written.push(lines.map(write).join(format === 'csv' ? '' : ',\n'));
  const name = `gloss-costs-${dayAt(now)}`;
  if (format === 'csv') saveFile(`${name}.csv`, 'text/csv', [csvHead, ...written]);
  else saveFile(`${name}.json`, 'application/json', [jsonHead(now), written.join(',\n'), jsonEnd]);
}
