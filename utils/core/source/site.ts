import type { Source } from './source';

/** What shields and rules are remembered for, and costs told by: the host of a source's address; empty where it is on none. */
export function siteOf({ address }: Pick<Source, 'address'>): string {
  const url = URL.parse(address);
  return url?.protocol.startsWith('http') ? url.hostname : '';
}

/** Whether two hosts are one site to its visitors: most lead from one of these names to the other. */
export function isSameSite(one: string, other: string): boolean {
  return withoutWww(one) === withoutWww(other);
}

function withoutWww(host: string): string {
  return host.replace(/^www\.(?=.)/, '');
}

/** The site that is meant by what was typed: its host, or any address on it. */
export function siteMeant(typed: string): string {
  const line = typed.trim();
  const address = /^[\w+.-]+:\/\//.test(line) ? line : `https://${line}`;
  return URL.parse(address)?.hostname || line.toLowerCase();
}

/** Whether two sources are the same text of the same page, wherever in that the user was. */
export function isSameText(one: Source, other: Source): boolean {
  const isSamePage = withoutHash(one.address) === withoutHash(other.address);
  return isSamePage && one.text === other.text && one.media?.file === other.media?.file;
}

/** An address without the place in its page. */
export function withoutHash(address: string): string {
  return address.split('#', 1)[0] ?? '';
}
