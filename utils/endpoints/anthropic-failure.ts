import { APIConnectionError, APIError, APIUserAbortError } from '@anthropic-ai/sdk/core/error';
import { type Answered, Failure, type Problem } from '../core/problem';
import { withoutKeys } from '../core/redact';

/**
 * Names the problem behind anything that the SDK throws: https://platform.claude.com/docs/en/api/errors
 * `key`: was sent along, and is taken out of whatever the service says.
 */
export function failureOf(error: unknown, model: string, key: string | null): Failure {
  // What our own fetch throws comes back wrapped.
  if (error instanceof APIConnectionError && error.cause instanceof Failure) return error.cause;
  // Whoever stops a request knows why; for a test of a key it means that nobody answered in time.
  if (error instanceof APIConnectionError || error instanceof APIUserAbortError) {
    return new Failure({ kind: 'unreachable' });
  }
  if (error instanceof APIError) {
    const status: unknown = error.status;
    if (typeof status === 'number') return failureOfStatus(error, status, model, key);
    return new Failure({ kind: 'service-stopped' }, ambiguous(error, key));
  }
  if (error instanceof TypeError) return new Failure({ kind: 'interrupted', cause: 'connection' });
  return new Failure({ kind: 'unreadable-reply' });
}

function ambiguous({ requestID }: APIError, key: string | null): Answered {
  return { kind: 'ambiguous', requestId: idIn(requestID, key) };
}

/** The id that a service gave a request, the key never in it. */
export function idIn(told: string | null | undefined, key: string | null): string | null {
  return told ? withoutKeys(key)(told) : null;
}

function failureOfStatus(
  error: APIError,
  status: number,
  model: string,
  key: string | null,
): Failure {
  const problem = problemOfStatus(error, status, model, said(error, key));
  // These may come after the work was begun, and billed.
  if (status === 408 || status === 409 || (status >= 500 && status !== 503 && status !== 529)) {
    return new Failure(problem, ambiguous(error, key));
  }
  return new Failure(problem, {
    kind: 'rejected',
    requestId: idIn(error.requestID, key),
    retry: retryOf(error, problem),
  });
}

function retryOf(error: APIError, problem: Problem): false | { readonly afterMs: number | null } {
  if (error.headers?.get('x-should-retry') === 'false') return false;
  const afterMs = retryAfterMs(error.headers);
  if (problem.kind === 'overloaded') return { afterMs };
  // A spend cap is a 429 as well, without `retry-after`: https://platform.claude.com/docs/en/api/rate-limits
  return problem.kind === 'rate-limited' && afterMs !== null && { afterMs };
}

/** `retry-after` is in seconds, or a date by the service's own clock, which it tells as well. */
function retryAfterMs(headers: Headers | undefined): number | null {
  const value = headers?.get('retry-after');
  if (!value) return null;
  const seconds = Number(value);
  const sentAt = Date.parse(headers?.get('date') ?? '') || Date.now();
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - sentAt;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

/** UTF-16 units that are shown of what a service says. */
const longestMessage = 500;

/** What the service says, in so far as it is text and no secret: gateways echo what they were sent. */
function said(error: APIError, key: string | null): string | null {
  const message: unknown = error.apiMessage;
  if (typeof message !== 'string') return null;
  return withoutKeys(key)(message).slice(0, longestMessage).toWellFormed();
}

function problemOfStatus(
  error: APIError,
  status: number,
  model: string,
  told: string | null,
): Problem {
  const message = told ?? '';
  switch (status) {
    case 400:
      return problemOfBadRequest(message);
    case 401:
      return { kind: /\bCORS\b/.test(message) ? 'browser-calls-forbidden' : 'key-refused' };
    case 402:
      return { kind: 'no-credit' };
    case 403:
      return { kind: 'not-permitted', message };
    case 404:
      // Whatever has no such path does not say so in the API's words.
      return told === null ? { kind: 'captive-portal' } : { kind: 'model-not-found', model };
    case 405:
      return { kind: 'captive-portal' };
    case 413:
      return { kind: 'too-large', tokens: null, limit: null };
    case 429:
      return isSpendLimit(error) ? { kind: 'spend-limit', message } : { kind: 'rate-limited' };
    case 503:
    case 529:
      return { kind: 'overloaded' };
    default:
      return status >= 500 || status === 408 || status === 409
        ? { kind: 'service-failed', status }
        : { kind: 'request-rejected', message };
  }
}

function isSpendLimit(error: APIError): boolean {
  return error.errorCode?.endsWith('spend_limit_reached') ?? false;
}

function problemOfBadRequest(message: string): Problem {
  if (/usage limits/i.test(message)) return { kind: 'spend-limit', message };
  if (/credit balance is too low/i.test(message)) return { kind: 'no-credit' };
  const tooLong = /prompt is too long: (\d+) tokens > (\d+)/.exec(message);
  if (tooLong) return { kind: 'too-large', tokens: Number(tooLong[1]), limit: Number(tooLong[2]) };
  return { kind: 'request-rejected', message };
}
