import type { Reached } from './money/budget';
import type { NanoDollars } from './money/money';

/** What can go wrong, as data. The set is closed: a new kind does not compile until `remedies` knows it. */
export type Problem =
  /** `service`: the endpoint as the user calls it. */
  | { readonly kind: 'no-key'; readonly service: string }
  /** A key had been saved and is not there any more: a session ended, an update came, storage was cleared. */
  | { readonly kind: 'key-gone' }
  /** The endpoint that was shown to the user, or has answered so far, was removed, or has moved while the run waited. */
  | { readonly kind: 'endpoint-gone' }
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
  /** `needed`: there may be a page to read, but the action reads a selection. */
  | { readonly kind: 'nothing-selected'; readonly needed?: true | undefined }
  | { readonly kind: 'frame-unreadable' }
  /** The page has no text of its own; a frame that takes much of it, of another site or with a PDF, cannot be read. */
  | { readonly kind: 'only-a-frame'; readonly address: string }
  | { readonly kind: 'page-forbids' }
  /** It let us in, and did not answer in time. */
  | { readonly kind: 'page-silent' }
  /** By the user, while it was read. */
  | { readonly kind: 'stopped' }
  /** None at the place that was clicked, or none in view. */
  | { readonly kind: 'no-picture' }
  /** All of it is transparent, and on the screen there is one color in its place. */
  | { readonly kind: 'picture-empty' }
  /** Neither the page nor we may read it, and the screen does not show it. */
  | { readonly kind: 'picture-unreadable' }
  /** A side panel may look at a tab only after a gesture on it. */
  | { readonly kind: 'needs-gesture' }
  /** The user has not let us read at a site; `host-not-allowed` is for where requests go. */
  | {
      readonly kind: 'site-not-allowed';
      readonly origin: string;
      /** Where a link has led to there, from another site. */
      readonly address?: string | undefined;
    }
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
  | { readonly kind: 'storage-failing' }
  /** The browser cannot open the database, in which the key was. */
  | { readonly kind: 'database-damaged' }
  /** A later version of Gloss wrote the database, in which the key is. */
  | { readonly kind: 'database-newer' }
  /** A fault of ours. */
  | { readonly kind: 'gloss-failed' };

export type ProblemKind = Problem['kind'];

/** `background`: the browser ended it; `connection`: cut or ended early; `silence`, `time`: our watchdogs. */
export const interruptionCauses = ['background', 'connection', 'silence', 'time'] as const;
export type InterruptionCause = (typeof interruptionCauses)[number];

/** Why there is no text of a linked page. */
export type LinkFault =
  | { readonly kind: 'status'; readonly status: number }
  /** What it is instead, as its server calls it: `image/png`. */
  | { readonly kind: 'not-text'; readonly type: string }
  | { readonly kind: (typeof plainLinkFaults)[number] };

export const plainLinkFaults = [
  'not-secure',
  'unreachable',
  /** Its answer broke off, or is packed in a way that cannot be unpacked. */
  'broken',
  /** At a site that was not asked for. */
  'elsewhere',
  'too-slow',
  'too-big',
  'empty',
  /** What is there instead asks for a password. */
  'login',
  /** No view was open that could have parsed it. */
  'no-view',
] as const;

/** A problem on its way up a call stack. */
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

/** What went wrong where nothing but storage may: what an engine throws at code that is wrong is a fault of ours. */
export function problemIn(error: unknown): Problem {
  if (error instanceof Failure) return error.problem;
  const { name } = Object(error) as { readonly name?: unknown };
  return { kind: faults.has(name) ? 'gloss-failed' : 'storage-failing' };
}

/** Without `ReferenceError`, which is thrown where there is no IndexedDB. */
const faults: ReadonlySet<unknown> = new Set([
  'TypeError',
  'RangeError',
  'SyntaxError',
  'DataCloneError',
]);

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
