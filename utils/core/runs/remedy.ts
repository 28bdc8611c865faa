import type { Range } from '../money/money';
import type { Problem, ProblemKind } from '../problem';

/** The one button a problem offers. */
export type Remedy =
  | { readonly kind: 'open-options' }
  /** By the passphrase, typed in its place; then the same once more. */
  | { readonly kind: 'unlock' }
  /** In the place of a damaged one, after a second word; then the same once more. */
  | { readonly kind: 'begin-database' }
  | { readonly kind: 'try-again' }
  /** The service may have worked, and billed, already. */
  | { readonly kind: 'try-again-paid' }
  /** By a follow-up, which goes on with the answer where it broke off; `cost`: as `nextCost` tells it. */
  | { readonly kind: 'go-on'; readonly question: string; readonly cost: Range | null }
  | { readonly kind: 'send-unsaved' }
  /** This once, above the user's own limit. */
  | { readonly kind: 'send-anyway' }
  | { readonly kind: 'allow-host'; readonly origin: string }
  /** Lets us read at a site, and does what was asked for once more; `address`: there, where a link has led to. */
  | { readonly kind: 'allow-site'; readonly origin: string; readonly address?: string | undefined }
  | { readonly kind: 'use-page' }
  | { readonly kind: 'open-link'; readonly url: string }
  | { readonly kind: 'close' };

function link(url: string): Remedy {
  return { kind: 'open-link', url };
}

type Named = 'host-not-allowed' | 'site-not-allowed' | 'link-unread' | 'only-a-frame';

const remedies: Readonly<Record<Exclude<ProblemKind, Named>, Remedy>> = {
  'no-key': { kind: 'open-options' },
  'key-gone': { kind: 'open-options' },
  'endpoint-gone': { kind: 'try-again' },
  locked: { kind: 'unlock' },
  'key-refused': { kind: 'open-options' },
  'model-not-found': { kind: 'open-options' },
  'not-the-api': { kind: 'open-options' },
  'not-on-device': { kind: 'open-options' },
  'private-window-off': { kind: 'open-options' },
  'no-credit': link('https://platform.claude.com/settings/billing'),
  'spend-limit': link('https://platform.claude.com/settings/limits'),
  'browser-calls-forbidden': link('https://platform.claude.com/settings/organization'),
  'not-permitted': link('https://platform.claude.com/settings/organization'),
  overloaded: { kind: 'try-again' },
  'rate-limited': { kind: 'try-again' },
  offline: { kind: 'try-again' },
  'server-down': { kind: 'try-again' },
  'needs-gesture': { kind: 'try-again' },
  'no-picture': { kind: 'try-again' },
  'picture-empty': { kind: 'try-again' },
  'picture-unreadable': { kind: 'try-again' },
  'service-failed': { kind: 'try-again-paid' },
  'service-stopped': { kind: 'try-again-paid' },
  unreachable: { kind: 'try-again-paid' },
  'captive-portal': { kind: 'try-again-paid' },
  'request-rejected': { kind: 'try-again-paid' },
  refused: { kind: 'try-again-paid' },
  cut: { kind: 'try-again-paid' },
  interrupted: { kind: 'try-again-paid' },
  'unreadable-reply': { kind: 'try-again-paid' },
  'gloss-failed': { kind: 'try-again-paid' },
  'storage-failing': { kind: 'send-unsaved' },
  'database-damaged': { kind: 'begin-database' },
  'database-newer': { kind: 'open-options' },
  'over-limit': { kind: 'send-anyway' },
  'frame-unreadable': { kind: 'use-page' },
  'too-large': { kind: 'close' },
  'nothing-selected': { kind: 'close' },
  'page-forbids': { kind: 'close' },
  'page-silent': { kind: 'try-again' },
  stopped: { kind: 'try-again' },
  'pdf-broken': { kind: 'close' },
  'pdf-locked': { kind: 'close' },
  'pdf-too-big': { kind: 'close' },
  'pdf-unreachable': { kind: 'try-again' },
  'pdf-not-taken': { kind: 'open-options' },
  'file-gone': { kind: 'close' },
};

/** What to do about a problem: its one button. The words are `problem_<kind>` and `advice_<kind>` in `_locales`. */
export function remedyFor(problem: Problem): Remedy {
  switch (problem.kind) {
    case 'host-not-allowed':
      return { kind: 'allow-host', origin: problem.origin };
    case 'site-not-allowed':
      return { ...problem, kind: 'allow-site' };
    case 'only-a-frame':
      return link(problem.address);
    case 'link-unread':
      // Nothing is wrong with the page then.
      return problem.fault.kind === 'no-view' ? { kind: 'try-again' } : link(problem.address);
    default:
      return remedies[problem.kind];
  }
}

/** The same before anything was asked: there is no answer yet that could be wanted unsaved. */
export function remedyBefore(problem: Problem): Remedy {
  const remedy = remedyFor(problem);
  return remedy.kind === 'send-unsaved' ? { kind: 'try-again' } : remedy;
}
