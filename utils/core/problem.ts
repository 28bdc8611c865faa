import type { Reached } from './budget';
import type { NanoDollars } from './money';

/** What can go wrong, as data. The set is closed: a new kind does not compile until `remedies` knows it. */
export type Problem =
  /** `service`: the endpoint as the user calls it. */
  | { readonly kind: 'no-key'; readonly service: string }
  /** A key had been saved and is not there any more: a session ended, an update came, storage was cleared. */
  | { readonly kind: 'key-gone' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'key-refused' }
  | { readonly kind: 'no-credit' }
  | { readonly kind: 'spend-limit'; readonly message: string }
  | { readonly kind: 'browser-calls-forbidden' }
  | { readonly kind: 'not-permitted'; readonly message: string }
  | { readonly kind: 'model-not-found'; readonly model: string }
  | { readonly kind: 'rate-limited' }
  | { readonly kind: 'overloaded' }
  | { readonly kind: 'service-failed'; readonly status: number }
  | { readonly kind: 'service-stopped' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'host-not-allowed'; readonly origin: string }
  | { readonly kind: 'captive-portal' }
  /** A server of the user's own that does not answer, or with something else than the Messages API. */
  | { readonly kind: 'server-down'; readonly origin: string }
  | { readonly kind: 'not-the-api'; readonly origin: string }
  /** `tokens` and `limit` in tokens, when the service or the estimate told them. */
  | { readonly kind: 'too-large'; readonly tokens: number | null; readonly limit: number | null }
  | { readonly kind: 'request-rejected'; readonly message: string }
  | { readonly kind: 'refused'; readonly category: string | null }
  | { readonly kind: 'cut' }
  | { readonly kind: 'interrupted'; readonly cause: InterruptionCause }
  | { readonly kind: 'unreadable-reply' }
  | { readonly kind: 'nothing-selected' }
  | { readonly kind: 'frame-unreadable' }
  | { readonly kind: 'page-forbids' }
  /** None at the place that was clicked, or none in view. */
  | { readonly kind: 'no-picture' }
  /** Neither the page nor we may read it, and the screen does not show it. */
  | { readonly kind: 'picture-unreadable' }
  /** A side panel may look at a tab only after a gesture on it. */
  | { readonly kind: 'needs-gesture' }
  /** The user has not let us read at a site; `host-not-allowed` is for where requests go. */
  | { readonly kind: 'site-not-allowed'; readonly origin: string }
  | { readonly kind: 'link-unread'; readonly address: string; readonly fault: LinkFault }
  /** The user chose the device, which can only summarize. */
  | { readonly kind: 'not-on-device' }
  /** The user wants nothing of Gloss in private windows. */
  | { readonly kind: 'private-window-off' }
  | { readonly kind: 'pdf-broken' }
  /** Encrypted, be it with an empty password. */
  | { readonly kind: 'pdf-locked' }
  /** In bytes. */
  | { readonly kind: 'pdf-too-big'; readonly bytes: number; readonly limit: number }
  /** The browser shows it and gives nobody its bytes: a file of this computer, an answer to a form, a signed-out site. */
  | { readonly kind: 'pdf-unreachable' }
  /** The endpoint is not known to understand PDFs. */
  | { readonly kind: 'pdf-not-taken'; readonly service: string }
  /** The bytes of what is to be sent are not kept any more. */
  | { readonly kind: 'file-gone' }
  /** Above a limit of the user's. `cost`: of this request at most, in nano-dollars; null: not known. */
  | ({ readonly kind: 'over-limit'; readonly cost: NanoDollars | null } & Reached)
  | { readonly kind: 'storage-failing' };

export type ProblemKind = Problem['kind'];

/** `background`: the browser ended it; `connection`: cut or ended early; `silence`, `time`: our watchdogs. */
export type InterruptionCause = 'background' | 'connection' | 'silence' | 'time';

/** Why there is no text of a linked page. */
export type LinkFault =
  | { readonly kind: 'status'; readonly status: number }
  /** What it is instead, as its server calls it: `image/png`. */
  | { readonly kind: 'not-text'; readonly type: string }
  | { readonly kind: (typeof plainLinkFaults)[number] };

export const plainLinkFaults = [
  'not-secure',
  'unreachable',
  /** At a site that was not asked for. */
  'elsewhere',
  'too-slow',
  'too-big',
  'empty',
  /** What is there instead asks for a password. */
  'login',
  /** By the user. */
  'stopped',
  /** No view was open that could have parsed it. */
  'no-view',
] as const;

/** What nothing is wrong with the page for. */
const again: ReadonlySet<LinkFault['kind']> = new Set(['no-view', 'stopped']);

/** The one button a problem offers. */
export type Remedy =
  | { readonly kind: 'open-options' }
  /** By the passphrase, typed in its place; then the same once more. */
  | { readonly kind: 'unlock' }
  | { readonly kind: 'try-again' }
  /** The service may have worked, and billed, already. */
  | { readonly kind: 'try-again-paid' }
  | { readonly kind: 'send-unsaved' }
  /** This once, above the user's own limit. */
  | { readonly kind: 'send-anyway' }
  | { readonly kind: 'allow-host'; readonly origin: string }
  /** Lets us read at a site, and does what was asked for once more. */
  | { readonly kind: 'allow-site'; readonly origin: string }
  | { readonly kind: 'use-page' }
  | { readonly kind: 'open-link'; readonly url: string }
  | { readonly kind: 'close' };

function link(url: string): Remedy {
  return { kind: 'open-link', url };
}

type Named = 'host-not-allowed' | 'site-not-allowed' | 'link-unread';

const remedies: Readonly<Record<Exclude<ProblemKind, Named>, Remedy>> = {
  'no-key': { kind: 'open-options' },
  'key-gone': { kind: 'open-options' },
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
  'storage-failing': { kind: 'send-unsaved' },
  'over-limit': { kind: 'send-anyway' },
  'frame-unreadable': { kind: 'use-page' },
  'too-large': { kind: 'close' },
  'nothing-selected': { kind: 'close' },
  'page-forbids': { kind: 'close' },
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
      return { kind: 'allow-site', origin: problem.origin };
    case 'link-unread':
      return again.has(problem.fault.kind) ? { kind: 'try-again' } : link(problem.address);
    default:
      return remedies[problem.kind];
  }
}

/** A problem on its way up a call stack; the only class of ours that is thrown. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly problem: Problem;
  readonly answered: Answered;

  constructor(problem: Problem, answered: Answered = { kind: 'ambiguous', requestId: null }) {
    super(problem.kind);
    this.problem = problem;
    this.answered = answered;
  }
}

/** What the service said about a request that failed. */
export type Answered =
  /** Nobody knows whether it worked, and billed: never sent again by itself. */
  | { readonly kind: 'ambiguous'; readonly requestId: string | null }
  /** Refused before any work: not billed. `retry`: it may be sent again, after `retry-after` ms if it named a time. */
  | {
      readonly kind: 'rejected';
      readonly requestId: string | null;
      readonly retry: false | { readonly afterMs: number | null };
    };
