import { originAt } from '../host';
import type { Aim } from './source';

/** The origin that the user must let us reach before an aim can be captured; null: none. */
export function originFor(aim: Aim): string | null {
  switch (aim.kind) {
    case 'tab':
      return null;
    case 'link':
      return originAt(secured(aim.address) ?? '');
    case 'image':
      return aim.origin;
  }
}

/** Whether the same is aimed at. */
export function isSameAim(one: Aim, other: Aim): boolean {
  if (one.kind === 'tab') return other.kind === 'tab' && one.wants === other.wants;
  return other.kind === one.kind && other.address === one.address;
}

/** UTF-16 units that are kept of a picture's address: one with all of the picture in it is as long as that. */
export const pictureAddressLimit = 8000;

/** Where a picture was clicked: the addresses of its frame, absent where that is the page, and of the page. */
interface Clicked {
  readonly frameId: number;
  readonly frame: string | undefined;
  readonly page: string;
}

/** A picture that was clicked; a page may read those of its own site without anybody's leave, and so may we. */
export function imageAim(address: string, { frameId, frame, page }: Clicked): Aim {
  // What has no address of its own belongs to the page.
  const holder = frame === undefined || frame.startsWith('about:') ? page : frame;
  // The click opens the page to us, and no frame of another site in it.
  const isOpen = originAt(holder) === originAt(page);
  const isStrange = isSecure(address) && !(isOpen && originAt(address) === originAt(page));
  return {
    kind: 'image',
    address: address.slice(0, pictureAddressLimit),
    frameId,
    origin: isStrange ? new URL(address).origin : null,
  };
}

/** Names of hosts that the whole net knows; without one, nobody has a certificate. */
const known = /\.[a-z][a-z\d-]*\.?$/i;

/**
 * The address at which we fetch what a link leads to, which others cannot read along: many of old lead to plain HTTP and are
 * there in either way. Null where there is none.
 */
export function secured(address: string): string | null {
  const url = URL.parse(address);
  if (url?.protocol === 'http:' && url.port === '' && known.test(url.hostname))
    url.protocol = 'https:';
  return url?.protocol === 'https:' ? url.href : null;
}

/** Whether an address is one that we fetch: of plain HTTP others could read along, and anything else is no page. */
export function isSecure(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:';
}
