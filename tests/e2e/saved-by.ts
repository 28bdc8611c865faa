import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Browser } from '../browsers/browser';
import { until } from '../browsers/poll';
import { demoKey } from './support';

/** How browsers call a file that is not whole yet. */
const unfinished = /\.(part|crdownload|tmp)$/;

/** The text of the file that is on the disk when something was pressed; no file ever has the key. */
export async function savedBy(
  { downloadDir }: Pick<Browser, 'downloadDir'>,
  press: () => Promise<void>,
): Promise<string> {
  const before = new Set(readdirSync(downloadDir));
  await press();
  const text = await until('a file to be saved', () => {
    const added = readdirSync(downloadDir).filter((name) => !before.has(name));
    const [name] = added;
    if (!name || added.some((each) => unfinished.test(each))) return '';
    return readFileSync(join(downloadDir, name), 'utf8');
  });
  expect(text).not.toContain(demoKey);
  return text;
}
