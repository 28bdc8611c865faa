import { piecewiseWithoutKey } from '../core/redact';
import type { EndpointEvent } from './endpoint';

/**
 * The same events; a key that is cut between two pieces of the answer is not in them either. What is told while words are
 * held back waits with them: a bill counts the words before it, and those alone.
 */
export async function* withoutSplitKey(
  events: AsyncIterable<EndpointEvent>,
  key: string | null,
): AsyncGenerator<EndpointEvent> {
  const { add, rest, holds } = piecewiseWithoutKey(key);
  const waiting: EndpointEvent[] = [];
  function* all(): Generator<EndpointEvent> {
    yield* text(rest());
    yield* waiting.splice(0);
  }
  try {
    for await (const event of events) {
      if (event.kind === 'text') {
        yield* waiting.splice(0);
        yield* text(add(event.text));
      } else if (holds() && (event.kind === 'usage' || event.kind === 'doubted')) {
        waiting.push(event);
      } else {
        // A passage stands where the text before it ends.
        yield* all();
        yield event;
      }
    }
  } catch (error) {
    yield* all();
    throw error;
  }
  yield* all();
}

function* text(piece: string): Generator<EndpointEvent> {
  if (piece !== '') yield { kind: 'text', text: piece };
}
