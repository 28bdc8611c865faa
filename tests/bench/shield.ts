import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { shield } from '../../utils/core/shield/shield';
import { foundKinds } from '../../utils/core/shield/shield-kinds';

/** What the shield hides in the main texts of a corpus, and a sample of it to be judged by eye. */
const { values } = parseArgs({
  options: { corpus: { type: 'string' }, sample: { type: 'string', default: '60' } },
});
if (values.corpus === undefined) throw new Error('Say where the corpus is: --corpus DIR');

const pages = readFileSync(join(values.corpus, 'gold.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as { readonly id: string; readonly main_content: string });

const around = 40;
const hits = pages.flatMap(({ id, main_content: text }) =>
  shield(text, []).found.map(({ kind, original }) => {
    const at = text.indexOf(original);
    const context = text.slice(Math.max(0, at - around), at + original.length + around);
    return { id, kind, original, context: context.replace(/\s+/g, ' ') };
  }),
);

const per1000 = (count: number) => ((count * 1000) / pages.length).toFixed(1);
const lines = foundKinds.map((kind) => {
  const ofKind = hits.filter((hit) => hit.kind === kind);
  const on = new Set(ofKind.map(({ id }) => id)).size;
  return `${kind.padEnd(6)} ${ofKind.length} hits, ${per1000(ofKind.length)} per 1,000 pages; on ${on} pages`;
});

/** Spread over all hits in an order that has nothing to do with them, the same in each run. */
const shuffled = hits.toSorted((one, other) => orderOf(one.original) - orderOf(other.original));
function orderOf(text: string): number {
  let order = 7;
  for (const unit of text) order = (order * 31 + (unit.codePointAt(0) ?? 0)) % 1_000_003;
  return order;
}

const units = pages.reduce((sum, { main_content: text }) => sum + text.length, 0);
process.stdout.write(
  [
    `${pages.length} pages, ${units} UTF-16 units`,
    ...lines,
    ...shuffled
      .slice(0, Number(values.sample))
      .map(({ kind, original, context }) => `${kind}\t${original}\t…${context}…`),
    '',
  ].join('\n'),
);
