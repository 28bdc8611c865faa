/** How a stream ends, or what happens to it, after the first `after` pieces of the answer. */
export type Mishap =
  | { readonly kind: 'cut' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'end' }
  | { readonly kind: 'silence'; readonly ms: number | Promise<unknown> }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'error'; readonly type: string; readonly message: string };

interface Late {
  /** Milliseconds before the headers, or until it resolves. */
  readonly delay?: number | Promise<unknown>;
}

/** A normal answer, changed in the given ways. */
export interface AnswerPlan extends Late {
  readonly kind: 'answer';
  readonly text?: string;
  readonly stop?: { readonly reason: string; readonly category?: string | null };
  readonly mishap?: Mishap & { readonly after: number };
  readonly tokensPerSecond?: number;
  /** Told in the place of the computed usage, at the start and at the end. */
  readonly usage?: Readonly<Record<string, unknown>>;
  /** Told at the start only. */
  readonly earlyUsage?: Readonly<Record<string, unknown>>;
  /** Before it thinks, it writes an empty line: recorded of Opus 4.6. */
  readonly blankFirst?: boolean;
  /** Unknown events and blocks among the known ones. */
  readonly sprinkled?: boolean;
  /** Each character comes by itself. */
  readonly lettered?: boolean;
  /** Written in pieces of so many bytes, also inside a character. */
  readonly chunk?: number;
}

export interface StatusPlan extends Late {
  readonly kind: 'status';
  readonly status: number;
  readonly type: string;
  readonly message: string;
  readonly errorCode?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A body of any kind, as a proxy or a captive portal would send it. */
export interface BodyPlan extends Late {
  readonly kind: 'body';
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The connection is reset without an answer. */
export interface RefusePlan extends Late {
  readonly kind: 'refuse';
}

/** What the next request meets. */
export type Plan = AnswerPlan | StatusPlan | BodyPlan | RefusePlan;
