import { demoKey } from './support';
import { tracesOf } from './traces';

/** What the browsers ask by themselves, with or without us: their makers, and the search engine of the address bar. */
const browsersOwn =
  /(^|\.)(google|googleapis|gstatic|gvt1|mozilla|firefox|duckduckgo)\.(com|org|net)$/;

/** What a browser that has ended can be asked. */
interface Ended {
  readonly profileDir: string;
  contactedHosts(): readonly string[];
}

/** Hosts of none of these that a connection was asked for. */
export function othersAsked(
  asked: readonly string[],
  mayAsk: readonly string[],
): readonly string[] {
  const other = (host: string) => !mayAsk.includes(host) && !browsersOwn.test(host);
  return [...new Set(asked)].filter(other);
}

/** Throws if another host was asked than these, or if the key stands in the clear anywhere in the profile. */
export function expectNothingLeft(browser: Ended, mayAsk: readonly string[]): void {
  const others = othersAsked(browser.contactedHosts(), mayAsk);
  if (others.length > 0) throw new Error(`Asked by this browser, and by no test: ${others.join()}`);
  const traces = tracesOf(demoKey, browser.profileDir);
  if (traces.length > 0) throw new Error(`The key stands in the profile: ${traces.join()}`);
}
