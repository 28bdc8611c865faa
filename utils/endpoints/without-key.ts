import { piecewiseWithoutKey } from '../core/redact';
import type { EndpointEvent } from './endpoint';

/** The same events; a key that is cut between two pieces of the answer is not in them either. */
export async function* withoutSplitKey(
  events: AsyncIterable<EndpointEvent>,
  key: string | null,
): AsyncGenerator<EndpointEvent> {
  const { add, rest } = piecewiseWithoutKey(key);
  try {
    for await (const event of events) {
      if (event.kind === 'text') yield* text(add(event.text));
      else {
        // A passage stands where the text before it ends.
        if (event.kind === 'cited' || event.kind === 'finished') yield* text(rest());
        yield event;
      }
    }
  } catch (error) {
    yield* text(rest());
    throw error;
  }
  yield* text(rest());
}

function* text(piece: string): Generator<EndpointEvent> {
  if (piece !== '') yield { kind: 'text', text: piece };
}
