import { eventsOf, type WireEvent } from './events';
import type { AnswerPlan, Mishap } from './plan';
import type { Reply } from './reply';

/** What the player does next. */
export type Step =
  | { readonly do: 'write'; readonly event: WireEvent }
  | { readonly do: 'raw'; readonly text: string }
  | { readonly do: 'wait'; readonly for: number | Promise<unknown> }
  | { readonly do: 'cut' }
  | { readonly do: 'hang' }
  | { readonly do: 'end' };

const write = (event: WireEvent): Step => ({ do: 'write', event });
const named = (event: string, data: object): Step =>
  write({ event, data: { type: event, ...data } });

const BROKEN =
  'event: content_block_delta\ndata: {"type":"content_block_delta","index":0,"delta":{"typ\n\n';

function stepsOfMishap(mishap: Mishap): readonly Step[] {
  switch (mishap.kind) {
    case 'cut':
    case 'hang':
    case 'end':
      return [{ do: mishap.kind }];
    case 'silence':
      return [{ do: 'wait', for: mishap.ms }];
    case 'malformed':
      return [{ do: 'raw', text: BROKEN }];
    case 'error': {
      const { type, message } = mishap;
      return [named('error', { error: { type, message } }), { do: 'end' }];
    }
  }
}

/** The place after so many pieces of the answer; never behind the last of them. */
function placeAfter(events: readonly WireEvent[], pieces: number): number {
  const places = events.flatMap(({ text }, i) => (text === undefined ? [] : [i]));
  const first = places[0] ?? events.findIndex(({ event }) => event === 'message_delta');
  if (pieces <= 0) return first;
  const last = places[Math.min(pieces, places.length) - 1];
  return last === undefined ? first : last + 1;
}

function withMishap(events: readonly WireEvent[], mishap: AnswerPlan['mishap']): Step[] {
  const steps = events.map(write);
  if (mishap) steps.splice(placeAfter(events, mishap.after), 0, ...stepsOfMishap(mishap));
  return steps;
}

/** What a client must read over: unknown events, an unknown block, a comment, an empty delta. */
function sprinkled(events: readonly WireEvent[]): readonly WireEvent[] {
  const nothing = (index: number): WireEvent => ({
    event: 'content_block_delta',
    data: { type: 'content_block_delta', index, delta: { type: 'text_delta', text: '' } },
  });
  const unknown = (event: string, data: object): WireEvent => ({ event, data });
  const index = events.filter(({ event }) => event === 'content_block_start').length;
  const block = [
    unknown('content_block_start', {
      type: 'content_block_start',
      index,
      content_block: { type: 'demo_block', demo: 1 },
    }),
    unknown('content_block_delta', {
      type: 'content_block_delta',
      index,
      delta: { type: 'demo_delta', demo: 2 },
    }),
    unknown('content_block_stop', { type: 'content_block_stop', index }),
  ];
  const ping = unknown('ping', { type: 'ping' });
  const before = unknown('demo_event', { type: 'demo_event', demo: 3 });
  const middle = placeAfter(events, 2);
  const end = events.findIndex(({ event }) => event === 'message_delta');
  const head = [before, ...events.slice(0, middle), ping, before];
  const empty = index > 0 ? [nothing(index - 1)] : [];
  return [...head, ...empty, ...events.slice(middle, end), ...block, ...events.slice(end)];
}

/** Each piece of the text in as many pieces as it has characters. */
function lettered(events: readonly WireEvent[]): readonly WireEvent[] {
  return events.flatMap((event) =>
    event.text === undefined ? [event] : [...event.text].map((letter) => withText(event, letter)),
  );
}

function withText(event: WireEvent, text: string): WireEvent {
  return { ...event, text, data: { ...event.data, delta: { type: 'text_delta', text } } };
}

export function stepsOf(reply: Reply, plan: AnswerPlan): readonly Step[] {
  const events = plan.lettered ? lettered(eventsOf(reply)) : eventsOf(reply);
  const comment: Step = { do: 'raw', text: ': demo\n\n' };
  if (!plan.sprinkled) return withMishap(events, plan.mishap);
  return [comment, ...withMishap(sprinkled(events), plan.mishap)];
}
