import { captureLimit } from '../core/source';
import { cleaned, placeOf } from './capture-document';
import type { Captured } from './captured';
import { extract } from './extract/extract';
import model from './extract/model.json';
import { startOf } from './pristine';

/** The background waits 2 s in all, and less than all of a page is better than nothing. */
const timeLimit = 700;
/** Reading comes first and must leave time to write. */
const readingShare = 0.5;

/** The main content of a page, or everything visible, whatever is selected. */
export function capturePage(document: Document, everything: boolean): Captured {
  const start = performance.now();
  const late = (share: number) => () => performance.now() - start > timeLimit * share;
  const limits = { text: captureLimit, isLate: late(readingShare) };
  const found = extract(document, limits, late(1), everything ? null : model);
  const page = cleaned(found);
  const place = placeOf(document, startOf(document), null);
  if (page.text === '') return { kind: 'nothing', ...place };
  if (found.everything) return { kind: 'everything', ...page, unsure: !everything, ...place };
  return { kind: 'page', ...page, whole: found.visible, unsure: found.unsure, ...place };
}
