import type { EndpointEvent } from './endpoint';

/** The same events from the first word on: some models write an empty line before they think, which is no answer yet. */
export async function* fromFirstWord(
  events: AsyncIterable<EndpointEvent>,
): AsyncGenerator<EndpointEvent> {
  let blank: string | null = '';
  for await (const event of events) {
    if (event.kind !== 'text' || blank === null) {
      yield event;
      continue;
    }
    blank += event.text;
    if (blank.trim() === '') continue;
    yield { kind: 'text', text: blank };
    blank = null;
  }
}
