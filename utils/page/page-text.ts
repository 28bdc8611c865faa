import { readPage } from './visible-text';
import type { Part, Writer } from './writer';

/** Share of the page's text that a main part, and of that an article, must hold to stand for the whole. */
const enoughOfPage = 0.1;
const enoughOfMain = 0.5;

/** The visible text of a page: its one article, else its main part, else everything but navigation. */
export function pageText(document: Document, writer: Writer): Part {
  const { whole, mains, articles } = readPage(document.body ?? document.documentElement, writer);
  const main = largest(mains, whole.text.length * enoughOfPage) ?? whole;
  return largest(articles, main.text.length * enoughOfMain) ?? main;
}

function largest(parts: readonly Part[], atLeast: number): Part | null {
  let best: Part | null = null;
  for (const part of parts) {
    if (part.text.length >= Math.max(atLeast, (best?.text.length ?? 0) + 1)) best = part;
  }
  return best;
}
