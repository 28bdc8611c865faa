import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { tokensOf } from './rouge';

/** A page whose author describes it in a `meta` element. */
export interface DescribedPage {
  readonly id: string;
  readonly type: string;
  /** Pages of one host are in one half: the method was chosen on the first, and is reported on the second. */
  readonly half: 'development' | 'report';
  readonly text: string;
  readonly description: string;
  /** Whether the description is copied from the beginning of the text. */
  readonly isLeadCopy: boolean;
}

interface Gold {
  readonly id: string;
  readonly type: string;
  readonly url: string;
  readonly main_content: string;
}

/** Tokens; the first as in Newsroom. */
const shortestDescription = 15;
const shortestText = 100;
/** A description is a copy when this share of it, its beginning, stands among as many words of the text's and 60 more. */
const copiedShare = 0.6;
const leadSlack = 60;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

/** The pages of a corpus (`gold.jsonl`, `html/ID.html.gz`) that Newsroom's filters leave. */
export function describedPages(folder: string): readonly DescribedPage[] {
  const lines = readFileSync(join(folder, 'gold.jsonl'), 'utf8').trim().split('\n');
  return lines.flatMap((line) => {
    const gold: Gold = JSON.parse(line);
    const html = gunzipSync(readFileSync(join(folder, 'html', `${gold.id}.html.gz`)));
    const description = descriptionIn(html.toString('utf8'));
    const words = tokensOf(description);
    const text = tokensOf(gold.main_content);
    if (words.length < shortestDescription || text.length < shortestText) return [];
    if (/(\.\.\.|…)\W*$/.test(description)) return [];
    const { id, type } = gold;
    const half = hashOf(hostOf(gold)) % 2 === 0 ? 'development' : 'report';
    const isLeadCopy = isCopied(words, text);
    return [{ id, type, half, text: gold.main_content, description, isLeadCopy } as const];
  });
}

function descriptionIn(html: string): string {
  const found = Array.from(html.matchAll(/<meta\b[^>]*>/gi), ([tag]) => {
    if (!/(name|property)\s*=\s*["']?(og:)?description["'\s>]/i.test(tag)) return '';
    const content = /\bcontent\s*=\s*("([^"]*)"|'([^']*)')/i.exec(tag);
    return plain(content?.[2] ?? content?.[3] ?? '');
  });
  return found.reduce((longest, one) => (one.length > longest.length ? one : longest), '');
}

function plain(attribute: string): string {
  return attribute
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
      if (name) return entities[name] ?? whole;
      return String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal ? 10 : 16));
    })
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function isCopied(description: readonly string[], text: readonly string[]): boolean {
  const lead = text.slice(0, description.length * 2 + leadSlack);
  const start = description.slice(0, Math.max(10, Math.floor(description.length * copiedShare)));
  return ` ${lead.join(' ')} `.includes(` ${start.join(' ')} `);
}

function hostOf({ url, id }: Gold): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : id;
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const unit of text) hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}
