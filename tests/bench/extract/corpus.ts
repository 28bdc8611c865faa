import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A page with the text that people found in it. */
export interface GoldPage {
  readonly id: string;
  readonly type: string;
  /** Pages of one host are in one fold. */
  readonly fold: number;
  readonly gold: string;
  /** The same for the same page, 0 to 2^32. Some have no address, and numbers are given anew in each corpus. */
  readonly mark: number;
}

interface Line {
  readonly id: string;
  readonly type: string;
  readonly url: string;
  readonly main_content: string;
}

export const foldCount = 5;

/** The pages that `gold.jsonl` of the corpus lists; every `step`-th of them. */
export function goldPages(folder: string, step = 1): readonly GoldPage[] {
  const lines = readFileSync(join(folder, 'gold.jsonl'), 'utf8').trim().split('\n');
  return lines
    .filter((_, index) => index % step === 0)
    .map((line) => {
      const { id, type, url, main_content: gold }: Line = JSON.parse(line);
      const fold = hashOf(hostOf(url, id)) % foldCount;
      return { id, type, fold, gold, mark: hashOf(url + gold) };
    });
}

export function htmlOf(folder: string, id: string): Buffer {
  return gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`)));
}

/** The last two parts of the host, three when the last two are short: pages of one site are alike. */
function hostOf(url: string, id: string): string {
  if (!URL.canParse(url)) return id;
  const parts = new URL(url).hostname.split('.');
  const short = (parts.at(-2)?.length ?? 0) <= 3 && parts.length > 2;
  return parts.slice(short ? -3 : -2).join('.');
}

/** FNV-1a, with its high bits mixed into the low ones. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const unit of text) hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
