import { typeOf } from './failure';
import type { AnswerPlan, BodyPlan, Mishap, Plan, StatusPlan } from './plan';

interface StatusDetails {
  readonly type?: string;
  readonly message?: string;
  readonly errorCode?: string;
  readonly retryAfter?: number | string;
  readonly shouldRetry?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

const PORTAL = '<!doctype html><title>Welcome</title><h1>Sign in to use this network</h1>';
const TOO_LARGE =
  '<html><head><title>413 Request Entity Too Large</title></head><body><h1>413</h1></body></html>';

function status(code: number, details: StatusDetails = {}): StatusPlan {
  const { type = typeOf(code), message = `A planned ${code}.`, errorCode } = details;
  const headers = {
    ...(details.retryAfter !== undefined && { 'retry-after': String(details.retryAfter) }),
    ...(details.shouldRetry !== undefined && { 'x-should-retry': String(details.shouldRetry) }),
    ...details.headers,
  };
  return { kind: 'status', status: code, type, message, headers, ...(errorCode && { errorCode }) };
}

const html = (code = 200, body = code === 413 ? TOO_LARGE : PORTAL): BodyPlan => ({
  kind: 'body',
  status: code,
  contentType: 'text/html; charset=utf-8',
  body,
});

const answer = (changes: Omit<AnswerPlan, 'kind'> = {}): AnswerPlan => ({
  kind: 'answer',
  ...changes,
});

const mishap = (after: number, what: Mishap): AnswerPlan => answer({ mishap: { ...what, after } });

/** Plans by name. They are data: `{ ...fault.cut(3), tokensPerSecond: 50 }` is a plan too. */
export const fault = {
  answer,
  status,
  /** 401 of an organization whose settings forbid calls from any browser. */
  corsForbidden: (): StatusPlan =>
    status(401, {
      message:
        'CORS requests are not allowed for this Organization because of its data retention settings.',
    }),
  /** A captive portal by default; with 413 the page of a proxy. */
  html,
  json: (body: unknown, code = 200): BodyPlan => ({
    kind: 'body',
    status: code,
    contentType: 'application/json',
    body: JSON.stringify(body),
  }),
  redirect: (location: string, code = 302): BodyPlan => ({
    ...html(code, ''),
    headers: { location },
  }),
  refuse: (): Plan => ({ kind: 'refuse' }),
  late: (delay: number | Promise<unknown>): AnswerPlan => answer({ delay }),
  slow: (tokensPerSecond: number): AnswerPlan => answer({ tokensPerSecond }),
  silence: (after: number, ms: number | Promise<unknown>) => mishap(after, { kind: 'silence', ms }),
  cut: (after: number) => mishap(after, { kind: 'cut' }),
  hang: (after: number) => mishap(after, { kind: 'hang' }),
  endEarly: (after: number) => mishap(after, { kind: 'end' }),
  malformed: (after: number) => mishap(after, { kind: 'malformed' }),
  errorEvent: (after: number, type = 'overloaded_error', message = 'Overloaded') =>
    mishap(after, { kind: 'error', type, message }),
  refusal: (category: string | null = 'cyber') =>
    answer({ text: '', stop: { reason: 'refusal', category } }),
  stop: (reason: 'max_tokens' | 'model_context_window_exceeded' | (string & {})) =>
    answer({ stop: { reason } }),
  usage: (usage: NonNullable<AnswerPlan['usage']>) => answer({ usage }),
  sprinkled: () => answer({ sprinkled: true }),
  lettered: (text: string) => answer({ text, lettered: true }),
  chunked: (chunk: number) => answer({ chunk }),
} as const;
