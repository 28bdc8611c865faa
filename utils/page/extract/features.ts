import { hintCount } from './hints';
import type { Box, Seen } from './seen';
import { chainOf, running, type Sums, sumsOf, within } from './sums';

/** One row of numbers for each block. */
export interface Table {
  readonly rows: readonly Float32Array[];
  readonly sums: Sums;
  readonly chains: readonly (readonly Box[])[];
}

/** Farther ancestors are as good as none. */
const far = 20;

const landmarks = [
  'nav', 'header', 'footer', 'aside', 'main', 'article', 'section', 'form', 'ul', 'ol', 'table',
  'figure', 'blockquote', 'details', 'dl', 'p', 'li', 'td', 'button', 'pre',
] as const;

const heading = /^h([1-6])$/;
const log = (value: number) => Math.log2(1 + value);
const share = (part: number, all: number) => (all > 0 ? part / all : 0);

/** For each box, how many steps up the next box is that has a hint or a name; in a row per box. */
function distances({ boxes }: Seen): readonly Uint8Array[] {
  const rows: Uint8Array[] = [];
  for (const { parent, tag, hints } of boxes) {
    const above = rows[parent];
    const row = new Uint8Array(hintCount + landmarks.length).fill(far);
    for (let at = 0; at < row.length; at += 1) {
      const here = at < hintCount ? (hints >> at) & 1 : tag === landmarks[at - hintCount];
      row[at] = here ? 0 : Math.min(far, (above?.[at] ?? far) + 1);
    }
    rows.push(row);
  }
  return rows;
}

/** For each box: how many siblings look like it, and the words and the link density of all of them. */
function repeats({ boxes }: Seen, sums: Sums) {
  const groups = new Map<string, { count: number; words: number; links: number; prose: number }>();
  const keys = boxes.map(({ parent, look }) => `${parent} ${look}`);
  for (const [index, box] of boxes.entries()) {
    if (box.end === box.start) continue;
    const key = keys[index] ?? '';
    const group = groups.get(key) ?? { count: 0, words: 0, links: 0, prose: 0 };
    group.count += 1;
    group.words += within(sums.words, box);
    group.links += within(sums.linkWords, box);
    group.prose += within(sums.proseWords, box);
    groups.set(key, group);
  }
  return keys.map((key) => groups.get(key) ?? { count: 0, words: 0, links: 0, prose: 0 });
}

export type Repeats = ReturnType<typeof repeats>;

/** The smallest box with most of the page's sentences. */
function heartOf({ boxes }: Seen, sums: Sums, part: number): Box | null {
  const all = sums.proseWords.at(-1) ?? 0;
  let best: Box | null = null;
  for (const box of boxes) {
    if (within(sums.proseWords, box) < all * part) continue;
    if (!best || box.end - box.start <= best.end - best.start) best = box;
  }
  return best;
}

const isIn = (box: Pick<Box, 'start' | 'end'> | null, index: number) =>
  box !== null && index >= box.start && index < box.end;

export function tableOf(seen: Seen): Table {
  const { boxes, blocks } = seen;
  const sums = sumsOf(seen);
  const chains = blocks.map((block) => chainOf(seen, block));
  const far = distances(seen);
  const groups = repeats(seen, sums);
  const hearts = [heartOf(seen, sums, 0.5), heartOf(seen, sums, 0.8)];
  const page = pageOf(seen, sums);
  const paths = pathsOf(seen, sums);
  const texts = new Map<string, number>();
  for (const { text } of blocks) texts.set(text, (texts.get(text) ?? 0) + 1);
  const allWords = sums.words.at(-1) ?? 0;
  const headings = blocks.map(({ box }) => Number(heading.exec(boxes[box]?.tag ?? '')?.[1] ?? 0));
  const h1 = headings.indexOf(1);
  const firstProse = sums.isProse.indexOf(true);
  const lastProse = sums.isProse.lastIndexOf(true);
  const proseBefore = lastTrue(sums.isProse);
  const proseAfter = lastTrue(sums.isProse.toReversed()).toReversed();
  const lastHeading = running(headings.map((level) => (level > 0 ? 1 : 0)));
  const rows = blocks.map((block, index) => {
    const measure = sums.measures[index];
    if (!measure) throw new RangeError('A block was not measured.');
    const { words, letters, ends, commas, digits, capitals, rules, money, endsSentence } = measure;
    const density = sums.density[index] ?? 0;
    const row: number[] = [
      log(words),
      share(letters, words),
      density,
      Math.min(50, block.links),
      Math.min(30, ends),
      Number(endsSentence),
      share(commas, words),
      share(digits, digits + letters),
      share(capitals, words),
      headings[index] ?? 0,
      rules,
      Math.min(4, money),
      log(texts.get(block.text) ?? 0),
      Number(block.text.length > 3 && seen.title.includes(block.text)),
      Number(/^\p{Ll}/u.test(block.text)),
      Number(block.text.includes('©')),
      Number(sums.isProse[index]),
    ];
    for (let at = 0; at < (far[block.box]?.length ?? 0); at += 1) {
      row.push(at < hintCount && (block.hints >> at) & 1 ? 0 : (far[block.box]?.[at] ?? 20));
    }
    for (const offset of [-2, -1, 1, 2]) {
      row.push(log(sums.measures[index + offset]?.words ?? 0), sums.density[index + offset] ?? 1);
    }
    row.push(headings[index - 1] ?? 0, headings[index + 1] ?? 0);
    for (const reach of [4, 12]) {
      const window = {
        start: Math.max(0, index - reach),
        end: Math.min(blocks.length, index + reach + 1),
      };
      const all = within(sums.words, window);
      row.push(
        share(within(sums.proseWords, window), all),
        share(within(sums.linkWords, window), all),
        log(all),
      );
    }
    row.push(Math.min(40, proseBefore[index] ?? 40), Math.min(40, proseAfter[index] ?? 40));
    row.push(
      share(sums.words[index] ?? 0, allWords),
      share(index, blocks.length),
      Math.max(-40, Math.min(40, index - firstProse)),
      Math.max(-40, Math.min(40, lastProse - index)),
      h1 < 0 ? -50 : Math.max(-40, Math.min(60, index - h1)),
      share(sums.proseWords[index] ?? 0, sums.proseWords.at(-1) ?? 0),
      lastHeading[index] ?? 0,
    );
    const chain = chains[index] ?? [];
    for (const level of [0, 1, 2, 3]) {
      const box = chain[Math.min(level, chain.length - 1)];
      row.push(...boxRow(box, sums, allWords));
    }
    const top = chain.findLast((box) => within(sums.words, box) < allWords * 0.85);
    row.push(...boxRow(top, sums, allWords));
    row.push(top ? share(top.start, blocks.length) : 0, top ? share(top.end, blocks.length) : 1);
    for (const heart of hearts) {
      row.push(
        Number(isIn(heart, index)),
        chain.findIndex((box) => heart !== null && box.start <= heart.start && box.end >= heart.end),
      );
    }
    row.push(...repeatRow(seen, block.box, groups));
    const path = paths.get(boxes[block.box]?.path ?? 0);
    row.push(log(path?.count ?? 0), log(share(path?.words ?? 0, path?.count ?? 0)), share(path?.links ?? 0, path?.words ?? 0));
    row.push(Math.min(40, chain.length));
    row.push(...page);
    return Float32Array.from(row);
  });
  return { rows, sums, chains };
}

function boxRow(box: Box | undefined, sums: Sums, allWords: number): readonly number[] {
  if (!box) return [0, 0, 0, 0, 0, 0];
  const words = within(sums.words, box);
  return [
    log(words),
    share(within(sums.linkWords, box), words),
    share(within(sums.proseWords, box), words),
    log(box.end - box.start),
    share(words, allWords),
    share(within(sums.ends, box), words),
  ];
}

function repeatRow({ boxes }: Seen, from: number, groups: Repeats): readonly number[] {
  let best = { count: 0, words: 0, links: 0, prose: 0 };
  let steps = 0;
  let distance = 0;
  for (let at = from; at >= 0 && steps < 8; at = boxes[at]?.parent ?? -1) {
    const group = groups[at];
    if (group && group.count > 2 && group.words > best.words) {
      best = group;
      distance = steps;
    }
    steps += 1;
  }
  return [
    log(best.count),
    log(share(best.words, best.count)),
    share(best.links, best.words),
    share(best.prose, best.words),
    distance,
  ];
}

/** For each place, how many steps back the last true value is. */
function lastTrue(values: readonly boolean[]): readonly number[] {
  let steps = 99;
  return values.map((value) => {
    const before = steps;
    steps = value ? 1 : steps + 1;
    return before;
  });
}

function pathsOf({ boxes, blocks }: Seen, sums: Sums) {
  const paths = new Map<number, { count: number; words: number; links: number }>();
  for (const [index, { box }] of blocks.entries()) {
    const key = boxes[box]?.path ?? 0;
    const path = paths.get(key) ?? { count: 0, words: 0, links: 0 };
    const words = sums.measures[index]?.words ?? 0;
    path.count += 1;
    path.words += words;
    path.links += words * (sums.density[index] ?? 0);
    paths.set(key, path);
  }
  return paths;
}

const kinds = [
  /article|posting$/i,
  /product|offer/i,
  /forum|qapage|question|comment/i,
  /list|collection|catalog/i,
  /service|business|organization|faq/i,
] as const;

/** What the page is like: the same for all its blocks. */
function pageOf({ boxes, blocks, kinds: named }: Seen, sums: Sums): readonly number[] {
  const words = sums.words.at(-1) ?? 0;
  const tags = (name: string) => boxes.filter(({ tag, end, start }) => tag === name && end > start).length;
  const hinted = (bit: number) => boxes.filter(({ hints }) => (hints >> bit) & 1).length;
  const priced = sums.measures.filter(({ money, words }) => money > 0 && words < 12).length;
  const inside = (name: string) =>
    share(
      boxes.reduce((sum, box) => Math.max(sum, box.tag === name ? within(sums.words, box) : 0), 0),
      words,
    );
  return [
    log(words),
    log(blocks.length),
    share(sums.linkWords.at(-1) ?? 0, words),
    share(sums.proseWords.at(-1) ?? 0, words),
    log(tags('article')),
    inside('main'),
    inside('article'),
    log(tags('h2') + tags('h3')),
    log(tags('pre')),
    log(tags('p')),
    log(hinted(8)),
    log(hinted(9)),
    log(hinted(18)),
    log(hinted(7)),
    log(priced),
    ...kinds.map((kind) => named.filter((name) => kind.test(name)).length),
  ];
}
