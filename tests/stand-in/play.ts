import { once } from 'node:events';
import { setTimeout as sleep, setImmediate as tick } from 'node:timers/promises';
import { cut, type Exchange, finish } from './exchange';
import { encode } from './sse';
import type { Step } from './steps';

export interface Tempo {
  readonly tokensPerSecond?: number | undefined;
  readonly chunk?: number | undefined;
}

/** Wait so long, or until it resolves; shorter if the client goes. */
export async function pause(
  what: number | Promise<unknown>,
  { gone, whenGone }: Exchange,
): Promise<void> {
  const over = typeof what === 'number' ? sleep(what, undefined, { signal: gone }) : what;
  await Promise.race([Promise.resolve(over).catch(() => undefined), whenGone]);
}

async function send(
  { res, gone, whenGone }: Exchange,
  text: string,
  chunk?: number,
): Promise<void> {
  const bytes = Buffer.from(text);
  const size = chunk ?? bytes.length;
  for (let at = 0; at < bytes.length && !gone.aborted; at += size) {
    const hasRoom = res.write(bytes.subarray(at, at + size));
    if (chunk !== undefined) await tick();
    if (!hasRoom) await Promise.race([once(res, 'drain'), whenGone]);
  }
}

/** All that was written is with the system: only then may the socket be broken. */
const flushed = ({ res }: Exchange): Promise<void> =>
  new Promise((resolve) => res.write('', () => resolve()));

type Write = Extract<Step, { do: 'write' }>;

function note({ record }: Exchange, { event }: Write): void {
  const { answered } = record;
  if (!answered) return;
  answered.text += event.text ?? '';
  if (event.usage) answered.usage = event.usage;
  if (event.stopReason) answered.stopReason = event.stopReason;
}

/** Each piece has its time on the clock of the whole stream, so that lateness does not add up. */
function metronome({ tokensPerSecond }: Tempo, exchange: Exchange) {
  const start = performance.now();
  let pieces = 0;
  return async ({ event }: Write): Promise<void> => {
    if (tokensPerSecond === undefined || event.text === undefined) return;
    pieces += 1;
    const wait = start + (pieces * 1000) / tokensPerSecond - performance.now();
    if (wait > 1) await pause(wait, exchange);
  };
}

/** Perform the steps until the end, or until the client is gone. */
export async function play(steps: readonly Step[], exchange: Exchange, tempo: Tempo) {
  const { gone, whenGone } = exchange;
  const beat = metronome(tempo, exchange);
  for (const [n, step] of steps.entries()) {
    if (gone.aborted) return;
    switch (step.do) {
      case 'write':
        await beat(step);
        if (gone.aborted) return;
        await send(exchange, encode(step.event, n), tempo.chunk);
        note(exchange, step);
        break;
      case 'raw':
        await send(exchange, step.text, tempo.chunk);
        break;
      case 'wait':
        await pause(step.for, exchange);
        break;
      case 'cut':
        await flushed(exchange);
        return cut(exchange);
      case 'hang':
        return whenGone;
      case 'end':
        return finish(exchange);
    }
  }
  finish(exchange);
}
