import { captureLimit } from '../core/source/source';
import { placeOf } from './capture-document';
import type { Captured } from './captured';
import { extract } from './extract/extract';
import model from './extract/model.json';
import { plainText } from './plain-text';
import { hasRoot, startOf } from './pristine';
import { inSlices, pageSlice } from './slices';

/** ms. The background waits 2 s in all, and less than all of a page is better than nothing. */
const timeLimit = 1500;
/** Reading comes first and must leave time to judge and to write, which together take as long. */
const readingShare = 0.45;

/**
 * The main content of a page, or everything visible, whatever is selected. As it stands there: the background cleans it,
 * so that the page need not wait for that.
 */
export async function capturePage(
  document: Document,
  everything: boolean,
  limitMs = timeLimit,
): Promise<Captured> {
  if (!hasRoot(document)) return { kind: 'nothing', ...placeOf(document, null, null) };
  const place = placeOf(document, startOf(document), null);
  const plain = plainText(document);
  if (plain?.text.trim()) return { kind: 'page', hidden: 0, ...plain, ...place };
  const start = performance.now();
  const late = (share: number) => () => performance.now() - start > limitMs * share;
  const limits = { text: captureLimit, isLate: late(readingShare) };
  const found = await inSlices(
    extract(document, limits, late(1), everything ? null : model),
    pageSlice,
  );
  const { text, cut, unsure, frame } = found;
  if (text === '') return { kind: 'nothing', ...place, frame };
  const taken = { text, hidden: 0, cut, unsure, ...place, frame };
  if (found.everything) return { kind: 'everything', ...taken };
  return { kind: 'page', whole: found.visible, ...taken };
}
