import { captureLimit } from '../core/source';
import { type Part, readText } from './visible-text';

/** Share of the page's text that an article, or the main part, must hold to stand for the page. */
const goodPart = 0.5;
const notEmptyPart = 0.1;

/** The visible text of the page's main part: its article, else `main`, else everything but navigation. */
export function pageText(document: Document, limit = captureLimit): Part {
  const all = readText(document.body ?? document.documentElement, limit);
  const main = longest(all.mains);
  const ground = main && main.text.length >= all.text.length * notEmptyPart ? main : all;
  const article = longest(all.articles);
  return article && article.text.length >= ground.text.length * goodPart ? article : ground;
}

function longest(parts: readonly Part[]): Part | undefined {
  return parts.reduce<Part | undefined>(
    (best, part) => (best && best.text.length >= part.text.length ? best : part),
    undefined,
  );
}
