import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EndpointConfig } from '../../../utils/core/endpoint';
import type { Noted } from '../../../utils/core/glass/exchange';
import { piecewiseWithoutKey, withoutKey, withoutKeys } from '../../../utils/core/redact';
import { anthropic } from '../../../utils/endpoints/anthropic';
import type { EndpointEvent } from '../../../utils/endpoints/endpoint';
import { endpointWith, requestWith, sourceWith } from '../support';

/** In base64 it has characters that are others in addresses, wherever it begins. */
const key = 'sk-ant-api03-Canary_0123456789-abcdefABCDEF+/="\\~???>>>wxyz';

const hex = (text: string) => Buffer.from(text).toString('hex');
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** How gateways write what they were sent. */
const forms = {
  'as it is': key,
  'as a header': `Bearer ${key}`,
  'in base64': base64(key),
  'in base64 of a header': base64(`Authorization: Bearer ${key}\r\n`),
  'in base64 of a name and it': base64(`me:${key}!`),
  'in base64 for addresses': Buffer.from(`x${key}`).toString('base64url'),
  'in hexadecimal': hex(key),
  'in capital hexadecimal': hex(key).toUpperCase(),
  'in an address': encodeURIComponent(key),
  'in JSON in JSON': JSON.stringify(JSON.stringify({ key })),
};

/** Whether anybody could read the key in a text: eight of its characters in a row, however written. */
function shows(text: string): boolean {
  const pieces = [key, base64(key), base64(` ${key}`), base64(`  ${key}`), hex(key)];
  return pieces.some((whole) => text.toLowerCase().includes(whole.slice(12, 28).toLowerCase()));
}

describe('a key in a text', () => {
  test.each(Object.entries(forms))('is taken out %s', (_, form) => {
    expect(shows(form)).toBe(true);
    expect(shows(withoutKey(key)(`You sent ${form}, which is wrong.`))).toBe(false);
    expect(withoutKey(key)(`You sent ${form}.`)).toMatch(/^You sent .*….*\.$/);
  });

  test('is taken out however long the rest is, and of the rest nothing is', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom(...Object.values(forms)),
        fc.string(),
        (a, form, b) => {
          expect(shows(withoutKey(key)(`${a}${form}${b}`))).toBe(false);
          expect(withoutKey(key)(a)).toBe(a);
        },
      ),
    );
  });

  test('may be another than ours: a message is shown without either', () => {
    const said = withoutKeys(key)(
      'sk-ant-api03-other-key-9 and "Authorization: Bearer abcdefgh12"',
    );
    expect(said).toBe('… and "Authorization: Bearer …"');
    expect(withoutKeys(null)('The bearer of news: sk-ant is a prefix.')).toBe(
      'The bearer of news: sk-ant is a prefix.',
    );
  });

  test('is left where it is no secret but a word that something had to be typed for', () => {
    expect(withoutKey('ollama')('Run ollama serve.')).toBe('Run ollama serve.');
    expect(withoutKey(null)(key)).toBe(key);
  });

  test('is taken out of pieces, wherever it is cut, and all else arrives', () => {
    const pieces = fc.array(fc.oneof(fc.constant(key), fc.constant('s'), fc.string()), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(pieces, fc.array(fc.nat(7), { minLength: 1 }), (parts, cuts) => {
        const whole = parts.join('');
        const { add, rest } = piecewiseWithoutKey(key);
        let [said, at, turn] = ['', 0, 0];
        while (at < whole.length) {
          const next = at + 1 + (cuts[turn % cuts.length] ?? 0);
          said += add(whole.slice(at, next));
          [at, turn] = [next, turn + 1];
        }
        expect(said + rest()).toBe(whole.replaceAll(key, '…'));
      }),
    );
  });
});

/** What a service that echoes its requests answers; `form`: the key, somehow written. */
type Echo = (form: string) => Response;

const error = (status: number, form: string, headers: Record<string, string> = {}) =>
  Response.json(
    { type: 'error', error: { type: `odd_${form}`, message: `Got ${form}` } },
    { status, headers },
  );

function events(...list: readonly object[]): Response {
  const text = list.map(
    (each) => `event: ${(each as { type: string }).type}\ndata: ${JSON.stringify(each)}\n\n`,
  );
  return new Response(text.join(''), { headers: { 'content-type': 'text/event-stream' } });
}

const start = (form = '') => ({
  type: 'message_start',
  message: {
    type: 'message',
    model: `claude${form}`,
    usage: { input_tokens: 1, output_tokens: 1 },
  },
});
const delta = (fields: object) => ({ type: 'content_block_delta', index: 0, delta: fields });
const text = (said: string) => delta({ type: 'text_delta', text: said });
const end = { type: 'message_stop' };

function halves(form: string): readonly object[] {
  return [form.slice(0, 9), form.slice(9, 20), form.slice(20)].map(text);
}

const echoes: Readonly<Record<string, Echo>> = {
  'in an error': (form) => error(400, form),
  'in an error of the server': (form) => error(500, form),
  'in a refusal': (form) => error(403, form),
  'in a page that is none of the API': (form) => new Response(`<html>${form}`, { status: 502 }),
  'in headers': (form) =>
    error(400, 'x', { 'request-id': form, 'x-request-id': form, 'anthropic-ratelimit-x': form }),
  'in the id of a request that is answered': (form) => {
    const answer = events(start(), text('Yes'), end);
    answer.headers.set('request-id', form);
    return answer;
  },
  'in an error in mid-answer': (form) =>
    events(start(), text('Yes'), { type: 'error', error: { type: 'odd', message: form } }),
  'in the answer': (form) => events(start(), text(`I got ${form}.`), end),
  'in the name of the model': (form) => events(start(form), text('Yes'), end),
  'in what is counted': (form) =>
    events(
      start(),
      text('Yes'),
      {
        type: 'message_delta',
        delta: { stop_reason: form },
        usage: { [form]: form, output_tokens: -1 },
      },
      end,
    ),
  'in why it refuses': (form) =>
    events(
      start(),
      {
        type: 'message_delta',
        delta: { stop_reason: 'refusal', stop_details: { category: form } },
      },
      end,
    ),
  'in a passage': (form) =>
    events(
      start(),
      delta({ type: 'citations_delta', citation: { type: 'char_location', cited_text: form } }),
      text('Yes'),
      { type: 'content_block_stop', index: 0 },
      end,
    ),
};

async function told(echo: Response, config: EndpointConfig): Promise<string> {
  const known: (EndpointEvent | Noted | unknown)[] = [];
  const endpoint = anthropic(config, async () => echo);
  const outgoing = {
    request: requestWith(),
    source: sourceWith(),
    key,
    signal: new AbortController().signal,
    heard: () => undefined,
    note: (noted: Noted) => void known.push(noted),
  };
  let said = '';
  try {
    for await (const event of endpoint.stream(outgoing)) {
      known.push(event);
      if (event.kind === 'text') said += event.text;
    }
  } catch (failure) {
    known.push(failure, { ...(failure as object) }, String(failure));
  }
  return JSON.stringify(known) + said;
}

describe('a service that echoes what it was sent', () => {
  const pairs = Object.entries(echoes).flatMap(([where, echo]) =>
    Object.entries(forms).map(([how, form]) => [where, how, echo, form] as const),
  );

  test.each(pairs)(
    '%s, %s: nothing leaves the network room with the key',
    async (_, __, echo, form) => {
      // No header holds a line break.
      expect(shows(await told(echo(form.trim()), endpointWith({ auth: 'bearer' })))).toBe(false);
    },
  );

  test('may cut the key between pieces of the answer, or end in the middle of it', async () => {
    const whole = events(start(), text('It is '), ...halves(key), text(', yes.'), end);
    const all = await told(whole, endpointWith({}));
    expect(shows(all)).toBe(false);
    expect(all).toMatch(/It is …, yes\.$/);
    const cut = await told(events(start(), text('It is sk-an')), endpointWith({}));
    expect(cut).toMatch(/It is sk-an$/);
  });

  test('names models: not by the key', async () => {
    const list = { data: [{ type: 'model', id: `m-${key}`, display_name: base64(key) }] };
    const endpoint = anthropic(endpointWith({}), async () => Response.json(list));
    const models = await endpoint.listModels(key, new AbortController().signal);
    expect(models).toHaveLength(1);
    expect(shows(JSON.stringify(models))).toBe(false);
  });
});
