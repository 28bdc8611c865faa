import { pictureAddressLimit } from '../../core/source/aim';
import type { Area } from '../../core/source/area';
import { allOf, isVisible, shadowOf } from '../pristine';
import { spotOf } from './spot';

/** An element that shows a picture, and where. */
export interface Found {
  readonly element: Element;
  readonly spot: Area | null;
}

const withAddress = 'img, input[type="image" i], image, embed, object';
const pictures = `${withAddress}, canvas, svg, video`;

/** Share of what is visible that a picture takes at least, to be one that is meant: about 100 × 100 pixels of a window. */
const leastShare = 0.01;

/** Points, in each direction, at which what style shows is looked for. */
const points = 4;

/** The element that shows what is at an address: of several the one of which most can be seen. */
export function findByAddress(document: Document, address: string): Found | null {
  if (address === '') return findUntold(document);
  return mostSeen(
    among(
      document,
      withAddress,
      (element) => addressOf(element).slice(0, pictureAddressLimit) === address,
    ),
  );
}

/**
 * The picture of which the browser did not tell where it is from, if there is but one in view: Firefox (153) tells no
 * `blob:` address that the page has given back.
 */
function findUntold(document: Document): Found | null {
  const untold = among(document, withAddress, (each) => addressOf(each).startsWith('blob:'));
  const [found, ...others] = [...untold].flatMap((element) => {
    const spot = spotOf(element);
    return spot ? [{ element, spot }] : [];
  });
  return found && others.length === 0 ? found : null;
}

/** The largest picture in view; one that only style shows where there is no other. */
export function findInView(document: Document): Found | null {
  const shown = among(document, pictures, isVisible);
  for (const candidates of [shown, shownByStyle(document)]) {
    const found = mostSeen(candidates);
    if (found && shareOf(found) >= leastShare) return found;
  }
  return null;
}

function mostSeen(elements: Iterable<Element>): Found | null {
  let best: Found | null = null;
  for (const element of elements) {
    const found = { element, spot: spotOf(element) };
    if (!best || shareOf(found) > shareOf(best)) best = found;
  }
  return best;
}

function shareOf({ spot }: Found): number {
  return spot ? spot.width * spot.height : 0;
}

function* among(
  document: Document,
  selector: string,
  accept: (element: Element) => boolean,
): Iterable<Element> {
  for (const root of rootsOf(document)) {
    for (const element of allIn(root, selector)) if (accept(element)) yield element;
  }
}

/** A document and the open shadow roots in it, and in these. */
function* rootsOf(document: Document): Iterable<Document | ShadowRoot> {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    yield root;
    for (const element of allIn(root, '*')) {
      const shadow = shadowOf(element);
      if (shadow) roots.push(shadow);
    }
  }
}

function allIn(root: Document | ShadowRoot, selector: string): Iterable<Element> {
  return root instanceof ShadowRoot ? root.querySelectorAll(selector) : allOf(root, selector);
}

function* shownByStyle(document: Document): Iterable<Element> {
  for (let at = 0; at < points * points; at += 1) {
    const x = (innerWidth * ((at % points) + 0.5)) / points;
    const y = (innerHeight * (Math.floor(at / points) + 0.5)) / points;
    for (const element of document.elementsFromPoint(x, y)) {
      const isPage = element === document.body || element === document.documentElement;
      if (isPage) continue;
      const { backgroundImage, content } = getComputedStyle(element);
      if (backgroundImage.includes('url(') || content.startsWith('url(')) yield element;
    }
  }
}

/** The picture that style shows in the place of an element's own: its address, or what else it is; empty where there is none. */
export function insteadOf(element: Element): string {
  const { content } = getComputedStyle(element);
  const [, address] = /^url\("(.*?)"\)/.exec(content) ?? [];
  return address ?? (/url\(|gradient\(/.test(content) ? content : '');
}

/** Where an element's picture is from, in full; empty where it is from nowhere. */
export function addressOf(element: Element): string {
  if (element instanceof HTMLImageElement) return element.currentSrc || element.src;
  if (element instanceof HTMLInputElement || element instanceof HTMLEmbedElement)
    return element.src;
  if (element instanceof HTMLObjectElement) return element.data;
  if (!(element instanceof SVGImageElement)) return '';
  const address = element.href.baseVal;
  return URL.canParse(address, element.baseURI) ? new URL(address, element.baseURI).href : '';
}
