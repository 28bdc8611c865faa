import { addressLimit } from '../captured';
import { addressOf, attributeOf, boxOf, isVisible, nameOf, ownerOf, startOf } from '../pristine';

/** Frames that are a part of what can be seen of a page. */
export interface Frames {
  /** The largest that could not be read. */
  unread: Unread | null;
}

interface Unread {
  readonly address: string;
  readonly share: number;
}

/** Shares of the window: below this a frame is a button, a counter or an advertisement, */
const least = 0.1;
/** and from this on it may be what the user means. */
const much = 0.25;

/** Where the text of a frame is; null where it is small, hidden, or of another origin. */
export function insideOf(element: Element, frames: Frames): Element | null {
  const { width, height } = boxOf(element);
  const share = (width * height) / (innerWidth * innerHeight);
  if (!(share >= least) || !isVisible(element)) return null;
  const inner = (element as HTMLIFrameElement).contentDocument;
  // A viewer shows it, and has none of its text in its document.
  if (inner && inner.contentType !== 'application/pdf') return startOf(inner);
  const address = addressIn(element);
  const type = attributeOf(element, 'type') || address;
  // In other embedded things than PDFs there is hardly any text.
  const mayHold = /^i?f|pdf$/i.test(nameOf(element) + type);
  if (mayHold && share >= much && share > (frames.unread?.share ?? 0))
    frames.unread = { address, share };
  return null;
}

/** As the page gives it, or the page's own: where a frame has gone since, nobody else is told. */
function addressIn(element: Element): string {
  const base = addressOf(ownerOf(element));
  const given = attributeOf(element, 'src') || attributeOf(element, 'data');
  return (URL.canParse(given, base) ? new URL(given, base).href : base).slice(0, addressLimit);
}
