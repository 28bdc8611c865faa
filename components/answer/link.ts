import { decodeEntities } from './entities.ts';
import { element, type View } from './view.ts';
import { visible } from './visible.ts';

const SCHEMES: readonly string[] = ['http:', 'https:', 'mailto:'];

/** The address of a link, if it is one that may be followed from an answer. */
export function address(href: string): URL | undefined {
  const url = URL.parse(href.trim());
  if (!url || !SCHEMES.includes(url.protocol)) return undefined;
  return url.protocol === 'mailto:' || url.hostname ? url : undefined;
}

/** A link whose true destination can be read beside it; a plain text if it may not be followed. */
export function link(href: string, label: readonly View[], autolink: boolean): readonly View[] {
  const url = address(autolink ? href : decodeEntities(href));
  if (!url) return label;
  const attributes = {
    href: url.href,
    title: url.href,
    target: '_blank',
    rel: 'noopener noreferrer nofollow',
    referrerpolicy: 'no-referrer',
  };
  const text = plain(label);
  if (text.trim() === '') return [element('a', () => [place(url)], attributes)];
  const anchor = element('a', () => label, attributes);
  return names(text, url) ? [anchor] : [anchor, note(place(url))];
}

/** An image is never fetched: its description and where it would have come from. */
export function image(href: string, alt: string): readonly View[] {
  const url = address(decodeEntities(href));
  const words = [decodeEntities(alt), url?.hostname].filter(Boolean).join(' — ');
  return visible(words ? `🖼 ${words}` : '🖼');
}

function note(words: string): View {
  return element('span', () => visible(` (${words})`), { class: 'host' });
}

function place(url: URL): string {
  return url.protocol === 'mailto:' ? readable(url.pathname) : url.host;
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Does the text begin with the host that the link really goes to, and is nothing glued to it? */
function names(text: string, url: URL): boolean {
  if (url.protocol === 'mailto:') return text.trim().replace(/^mailto:/i, '') === place(url);
  const said = /^(?:https?:\/\/)?(?:www\.)?([^/?#\s]+)(?:[/?#]\S*)?$/i.exec(text.trim())?.[1];
  return said?.toLowerCase() === url.host.replace(/^www\./, '');
}

function plain(views: readonly View[]): string {
  return views.map(words).join('');
}

function words(view: View): string {
  if (typeof view === 'string') return view;
  return view instanceof Node ? (view.textContent ?? '') : plain(view.children());
}
