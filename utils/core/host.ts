/** The origin of an address; null where it is none. */
export function originAt(address: string): string | null {
  return URL.parse(address)?.origin ?? null;
}

/** What a browser's permission for an origin is written as. It names the host alone: a permission has no port. */
export function hostPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
