import type { Access } from '../access';
import { receiptOf } from '../core/money/receipt';
import { Failure } from '../core/problem';
import type { Request } from '../core/prompt';
import { dataLength } from '../core/request-parts';
import { waitBeforeRetry } from '../core/runs/retry';
import type { RunEvent } from '../core/runs/run';
import { type EndState, isWhole, type Turn } from '../core/runs/turn';
import type { Source } from '../core/source/source';
import type { Ending, Endpoint } from '../endpoints/endpoint';
import { type Clock, exchangeBy, startClock, timed } from './clock';
import { type BarkReason, type Patience, watchdog, withUpload } from './watchdog';

/** Clocks: `now` in ms since 1970, `ticks` in ms that no clock change disturbs; `random` in [0, 1). */
export interface Time {
  now(): number;
  ticks(): number;
  random(): number;
}

/** One turn on its way: what it needs, and where its events go. */
export interface TurnWork {
  readonly endpoint: Endpoint;
  readonly request: Request;
  readonly source: Source;
  readonly patience: Patience;
  readonly time: Time;
  /** Aborted by the user's Stop. */
  readonly stop: AbortSignal;
  /** Called before each attempt. */
  access(): Promise<Access>;
  /** The turn as it stands. */
  current(): Turn;
  emit(event: RunEvent): void;
  /** Emits only once the event is in the journal; throws when it cannot be. */
  commit(event: RunEvent): Promise<void>;
}

interface Entered extends TurnWork {
  readonly key: string | null;
}

/** How an attempt went. */
type Attempt =
  | { readonly kind: 'ended'; readonly state: EndState }
  | { readonly kind: 'failed'; readonly failure: Failure };

/**
 * Sends a turn's request, at most once but for what the service refused before working on it, and follows its stream
 * to one `ended` event. Throws only when storage fails before an attempt: then nothing of it was sent.
 */
export async function runTurn(work: TurnWork): Promise<void> {
  const began = work.time.ticks();
  const clock = startClock(began);
  for (let attempts = 1; ; attempts += 1) {
    const access = work.stop.aborted ? null : await work.access();
    if (!access || work.stop.aborted) return end(work, clock, { kind: 'stopped' }, 'not-billed');
    if (access.kind === 'problem')
      return end(work, clock, { kind: 'failed', problem: access.problem }, 'not-billed');
    const at = work.time.now();
    clock.queued ??= at - (work.current().queuedAt ?? at);
    await work.commit({ kind: 'sending', at });
    if (work.stop.aborted) return end(work, clock, { kind: 'stopped' }, 'not-billed');
    const attempt = await sendOnce({ ...work, key: access.key }, clock);
    if (attempt.kind === 'ended') return end(work, clock, attempt.state, 'maybe-billed');
    const { problem, answered } = attempt.failure;
    const elapsed = work.time.ticks() - began;
    const wait = waitBeforeRetry(answered, attempts, elapsed, work.time.random());
    if (wait === null) return endFailed(work, clock, attempt.failure);
    work.emit({ kind: 'retrying', at: work.time.now() + wait, problem });
    await pause(wait, work.stop);
  }
}

async function sendOnce(work: Entered, clock: Clock): Promise<Attempt> {
  const cancel = new AbortController();
  let barked: BarkReason | null = null;
  const patience = withUpload(work.patience, dataLength(work.request));
  const dog = watchdog(patience, work.time.ticks, (reason) => {
    barked = reason;
    cancel.abort();
  });
  const signal = AbortSignal.any([work.stop, cancel.signal]);
  try {
    const outcome = await follow(work, signal, dog.heard, clock);
    if (work.stop.aborted) return { kind: 'ended', state: { kind: 'stopped' } };
    if (outcome) return { kind: 'ended', state: stateOf(outcome) };
    return { kind: 'ended', state: { kind: 'interrupted', cause: barked ?? 'connection' } };
  } catch (error) {
    if (work.stop.aborted) return { kind: 'ended', state: { kind: 'stopped' } };
    if (barked) return { kind: 'ended', state: { kind: 'interrupted', cause: barked } };
    return {
      kind: 'failed',
      failure: error instanceof Failure ? error : new Failure({ kind: 'gloss-failed' }),
    };
  } finally {
    dog.end();
  }
}

/** Passes the stream's events on; the outcome, or null when the stream ended before its answer did. */
async function follow(
  work: Entered,
  signal: AbortSignal,
  heard: () => void,
  clock: Clock,
): Promise<Ending | null> {
  const { request, source, key } = work;
  const outgoing = { request, source, key, signal, ...timed(clock, work.time, heard) };
  for await (const event of work.endpoint.stream(outgoing)) {
    switch (event.kind) {
      case 'started':
      case 'cited':
      case 'usage':
      case 'doubted':
        work.emit(event);
        break;
      case 'text':
        clock.firstWord ??= work.time.ticks();
        work.emit(event);
        break;
      case 'finished':
        return event.outcome;
    }
  }
  return null;
}

function stateOf(outcome: Ending): EndState {
  if (outcome.kind !== 'refused') return outcome;
  return { kind: 'failed', problem: outcome };
}

function endFailed(work: TurnWork, clock: Clock, failure: Failure): void {
  const { problem, answered } = failure;
  const state: EndState =
    problem.kind === 'interrupted'
      ? { kind: 'interrupted', cause: problem.cause }
      : { kind: 'failed', problem };
  const billing = answered.kind === 'ambiguous' ? 'maybe-billed' : 'not-billed';
  end(work, clock, state, billing, answered.requestId);
}

/** `not-billed`: nothing was sent, or the service refused the last attempt before working on it. */
type Billing = 'not-billed' | 'maybe-billed';

function end(
  work: TurnWork,
  clock: Clock,
  state: EndState,
  billing: Billing,
  requestId: string | null = null,
): void {
  const turn = work.current();
  const since = (tick: number) => Math.round(tick - clock.began);
  const id = requestId ?? turn.requestId;
  const receipt =
    billing === 'maybe-billed'
      ? receiptOf({
          ...turn,
          whole: isWhole(state),
          requestId: id,
          sentAt: turn.sentAt ?? work.time.now(),
          firstWordMs: clock.firstWord === null ? null : since(clock.firstWord),
          wholeMs: since(work.time.ticks()),
        })
      : null;
  const exchange = exchangeBy(clock, since(work.time.ticks()));
  work.emit({ kind: 'ended', state, receipt, requestId: id, exchange });
}

/** Resolves after `ms`, or at once when stopped. */
function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      stop.removeEventListener('abort', done);
      resolve();
    }
    stop.addEventListener('abort', done);
    if (stop.aborted) done();
  });
}
