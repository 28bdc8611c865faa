/** What can go wrong, as data. The set is closed: a new kind does not compile until `advise` knows it. */
export type Problem =
  | { readonly kind: 'no-key' }
  /** A key had been saved and is not there any more: a session ended, an update came, storage was cleared. */
  | { readonly kind: 'key-gone' }
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
  | { readonly kind: 'storage-failing' };

export type ProblemKind = Problem['kind'];

/** `background`: the browser ended it; `connection`: cut or ended early; `silence`, `time`: our watchdogs. */
export type InterruptionCause = 'background' | 'connection' | 'silence' | 'time';

/** The one button a problem offers. */
export type Remedy =
  | { readonly kind: 'open-options' }
  | { readonly kind: 'try-again' }
  /** The service may have worked, and billed, already. */
  | { readonly kind: 'try-again-paid' }
  | { readonly kind: 'send-unsaved' }
  | { readonly kind: 'allow-host'; readonly origin: string }
  | { readonly kind: 'use-page' }
  | { readonly kind: 'open-link'; readonly url: string }
  | { readonly kind: 'close' };

function link(url: string): Remedy {
  return { kind: 'open-link', url };
}

/** What to do about a problem: its one button. The words are `problem_<kind>` and `advice_<kind>` in `_locales`. */
export function remedyFor(problem: Problem): Remedy {
  switch (problem.kind) {
    case 'no-key':
    case 'key-gone':
    case 'key-refused':
    case 'model-not-found':
      return { kind: 'open-options' };
    case 'no-credit':
      return link('https://platform.claude.com/settings/billing');
    case 'spend-limit':
      return link('https://platform.claude.com/settings/limits');
    case 'browser-calls-forbidden':
    case 'not-permitted':
      return link('https://platform.claude.com/settings/organization');
    case 'host-not-allowed':
      return { kind: 'allow-host', origin: problem.origin };
    case 'overloaded':
    case 'rate-limited':
    case 'offline':
      return { kind: 'try-again' };
    case 'service-failed':
    case 'service-stopped':
    case 'unreachable':
    case 'captive-portal':
    case 'request-rejected':
    case 'refused':
    case 'cut':
    case 'interrupted':
    case 'unreadable-reply':
      return { kind: 'try-again-paid' };
    case 'storage-failing':
      return { kind: 'send-unsaved' };
    case 'frame-unreadable':
      return { kind: 'use-page' };
    case 'too-large':
    case 'nothing-selected':
    case 'page-forbids':
      return { kind: 'close' };
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
