import type { Aim } from './source';

/** The origin that the user must let us reach before an aim can be captured; null: none. */
export function originFor(aim: Aim): string | null {
  switch (aim.kind) {
    case 'tab':
      return null;
    case 'link':
      return isSecure(aim.address) ? new URL(aim.address).origin : null;
    case 'image':
      return aim.origin;
  }
}

/** UTF-16 units that are kept of a picture's address: one with all of the picture in it is as long as that. */
export const pictureAddressLimit = 8000;

/** A picture that was clicked in a frame; a page of the same site may read it without anybody's leave. */
export function imageAim(address: string, frameId: number, frame: string): Aim {
  const isStrange = isSecure(address) && new URL(address).origin !== originOf(frame);
  return {
    kind: 'image',
    address: address.slice(0, pictureAddressLimit),
    frameId,
    origin: isStrange ? new URL(address).origin : null,
  };
}

function originOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).origin : null;
}

/** Whether an address is one that we fetch: others could read along, or it is of no page. */
export function isSecure(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:';
}
