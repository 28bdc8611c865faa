/** Why an address cannot be an endpoint's. */
export type BaseUrlFault =
  | 'not-an-address'
  /** `http:` to anything but this computer: the key and the text could be read on the way. */
  | 'not-encrypted'
  | 'has-credentials'
  | 'has-query';

export type BaseUrl =
  | { readonly kind: 'ok'; readonly url: string }
  | { readonly kind: 'rejected'; readonly fault: BaseUrlFault };

/** A path that belongs to the API and not to its base: the client appends it. */
const apiPath = /(\/+v1(\/+messages|\/+models)?)+\/*$/;

/** `connect-src` knows no other address of this computer: https://www.w3.org/TR/CSP3/#match-hosts */
const plain: ReadonlySet<string> = new Set(['localhost', '127.0.0.1']);

/** UTF-16 units. */
const longest = 2000;

/**
 * The base URL that a user means, in one spelling, without a slash at its end; hosts are in Punycode, so that one that
 * only looks like another shows. `https:` everywhere, `http:` on this computer alone.
 */
export function parseBaseUrl(typed: string): BaseUrl {
  const address = withScheme(typed.trim());
  if (!URL.canParse(address)) return rejected('not-an-address');
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return rejected('not-an-address');
  if (!isHost(url.hostname) || url.href.length > longest) return rejected('not-an-address');
  if (url.username !== '' || url.password !== '') return rejected('has-credentials');
  if (/[?#]/.test(address)) return rejected('has-query');
  if (url.protocol === 'http:' && !plain.has(url.hostname)) return rejected('not-encrypted');
  return { kind: 'ok', url: url.origin + url.pathname.replace(apiPath, '').replace(/\/+$/, '') };
}

/** People type `localhost:11434` and `openrouter.ai/api`. */
function withScheme(typed: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(typed)) return typed;
  if (!/^(\[[\da-f:]+\]|[^\s/:@?#]+)(:\d+)?([/?#]|$)/i.test(typed)) return typed;
  return `${isLoopback(`https://${typed}`) ? 'http' : 'https'}://${typed}`;
}

/** A name with a dot between its parts, an address, or this computer. */
function isHost(hostname: string): boolean {
  if (hostname.split('.').includes('')) return false;
  return hostname.includes('.') || hostname.startsWith('[') || hostname === 'localhost';
}

/** Whether an origin is this computer itself. https://www.rfc-editor.org/rfc/rfc6761#section-6.3 */
export function isLoopback(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { hostname } = new URL(origin);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

function rejected(fault: BaseUrlFault): BaseUrl {
  return { kind: 'rejected', fault };
}
