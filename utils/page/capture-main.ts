import { captureLimit } from '../core/source';
import { cleaned, placeOf } from './capture-document';
import type { Captured } from './captured';
import { extract } from './extract/extract';
import { startOf } from './pristine';

/** The background waits 2 s in all, and less than all of a page is better than nothing. */
const timeLimit = 700;
/** Reading comes first and must leave time to write. */
const readingShare = 0.5;

/** The main content of a page, whatever is selected. */
export function captureMain(document: Document): Captured {
  const start = performance.now();
  const late = (share: number) => () => performance.now() - start > timeLimit * share;
  const limits = { text: captureLimit, isLate: late(readingShare) };
  const found = extract(document, limits, late(1));
  const page = cleaned(found);
  const place = placeOf(document, startOf(document), null);
  if (page.text === '') return { kind: 'nothing', ...place };
  const certainty = { whole: found.visible, unsure: found.unsure };
  return { kind: 'page', ...page, ...certainty, ...place };
}
