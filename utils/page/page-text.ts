import { readText } from './visible-text';
import type { Part } from './writer';

/** Share of the page's text that a main part, and an article of it, must hold to stand for the whole. */
const enoughOfPage = 0.1;
const enoughOfMain = 0.5;

/** The visible text of a page: its one article, else its main part, else everything but navigation. */
export function pageText(document: Document, limit: number, isLate: () => boolean): Part {
  const all = readText(document.body ?? document.documentElement, limit, isLate);
  const main = largest(all.mains, all.text.length * enoughOfPage) ?? all;
  return largest(all.articles, main.text.length * enoughOfMain) ?? main;
}

function largest(parts: readonly Part[], atLeast: number): Part | null {
  let best: Part | null = null;
  for (const part of parts) {
    if (part.text.length >= Math.max(atLeast, (best?.text.length ?? 0) + 1)) best = part;
  }
  return best;
}
