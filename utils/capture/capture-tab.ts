import type { Problem } from '../core/problem';
import { type Capture, capture, type Target } from './capture';
import { capturePdf, type PdfMeans } from './capture-pdf';
import { unread } from './unread';

/** What a tab that shows a PDF says of itself: no text in it, or nobody let in. */
const closed: ReadonlySet<Problem['kind']> = new Set([
  'nothing-selected',
  'only-a-frame',
  'page-forbids',
]);

/** Reads a tab: its selection or text, else the PDF that it shows. */
export async function captureTab(
  target: Target,
  means: PdfMeans,
  stop?: AbortSignal,
): Promise<Capture> {
  const { tabId, address } = target;
  // Asked before it is read: later the tab may be somewhere else.
  const place = address === undefined ? means.placeOf(tabId) : null;
  const captured = await capture(target, means.scripting);
  if (captured.kind === 'source' || !closed.has(captured.problem.kind)) return captured;
  // What is selected in a PDF the browser tells; all of it was not wanted.
  if (target.wants === 'selection') return captured;
  const found = await capturePdf(target, means, stop);
  if (found) return found;
  if (captured.problem.kind !== 'page-forbids') return captured;
  const wasTold = Boolean(address ?? (await place)?.address);
  return (await means.hasGoneOn(tabId, wasTold)) ? unread('needs-gesture') : captured;
}
