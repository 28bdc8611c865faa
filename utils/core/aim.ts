import type { Aim } from './source';

/** The origin that the user must let us reach before an aim can be captured; null: none. */
export function originFor(aim: Aim): string | null {
  switch (aim.kind) {
    case 'tab':
      return null;
    case 'link':
      return isSecure(aim.address) ? new URL(aim.address).origin : null;
  }
}

/** Whether an address is one that we fetch: others could read along, or it is of no page. */
export function isSecure(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:';
}
