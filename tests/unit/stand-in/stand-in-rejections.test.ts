// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { about, ask, BODY, HEADERS, SOURCE } from '../../stand-in/ask';
import { type StandIn, startStandIn } from '../../stand-in/stand-in';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ keys: ['sk-ant-other'] });
});
beforeEach(() => standIn.reset());
afterAll(() => standIn.close());

const without = (name: string) =>
  Object.fromEntries(Object.entries(HEADERS).filter(([key]) => key !== name));
const saying = (content: unknown, role = 'user') => ({ ...BODY, messages: [{ role, content }] });
const withDocument = (document: object) => saying([{ type: 'document', ...document }]);
const fixedText = { type: 'text', media_type: 'text/plain', data: SOURCE };
const { thinking: _, ...silent } = BODY;

/** Status, type and message of a refusal that has the shape it should have. */
async function refusal(response: Response) {
  const body = await response.json();
  expect(response.headers.get('request-id')).toBe(body.request_id);
  expect(body).toEqual({
    type: 'error',
    error: { type: expect.any(String), message: expect.any(String) },
    request_id: expect.stringMatching(/^req_demo_/),
  });
  return [response.status, body.error.type, body.error.message];
}

describe('headers', () => {
  const cors = "CORS requests must set 'anthropic-dangerous-direct-browser-access' header";
  const invalid = 'invalid_request_error';
  test.each([
    ['no key', without('authorization'), 401, 'x-api-key header is required'],
    ['a wrong bearer', { ...HEADERS, authorization: 'Bearer no' }, 401, 'Invalid bearer token'],
    ['a wrong x-api-key', { ...HEADERS, 'x-api-key': 'no' }, 401, 'invalid x-api-key'],
    ['an origin that did not opt in', { ...HEADERS, origin: 'https://a.example' }, 401, cors],
    ['no version', without('anthropic-version'), 400, 'anthropic-version: header is required'],
    [
      'an unknown version',
      { ...HEADERS, 'anthropic-version': '2024-01-01' },
      400,
      'anthropic-version: "2024-01-01" is not a valid version',
    ],
    [
      'a beta that it does not have',
      { ...HEADERS, 'anthropic-beta': 'demo-2026-01-01' },
      400,
      'Unexpected value(s) `demo-2026-01-01` for the `anthropic-beta` header.',
    ],
    [
      'another content type',
      { ...HEADERS, 'content-type': 'text/plain' },
      400,
      'content-type: must be application/json',
    ],
  ])('with %s are refused', async (_name, headers, status, message) => {
    const type = status === 401 ? 'authentication_error' : invalid;
    const response = await ask(standIn, BODY, { headers });
    expect(response.headers.get('x-should-retry')).toBe('false');
    expect(await refusal(response)).toEqual([status, type, message]);
  });

  test('with either form of a good key are accepted', async () => {
    const listed = { ...without('authorization'), 'x-api-key': 'sk-ant-other' };
    expect((await ask(standIn, BODY, { headers: listed })).status).toBe(200);
    expect((await ask(standIn, BODY)).status).toBe(200);
  });

  test('of an origin that opted in are answered openly, errors too', async () => {
    const origin = { origin: 'https://a.example' };
    const headers = { ...HEADERS, ...origin, 'anthropic-dangerous-direct-browser-access': 'true' };
    for (const body of [BODY, {}]) {
      const response = await ask(standIn, body, { headers });
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.get('access-control-expose-headers')).toBe('*');
    }
  });

  test('of a preflight are answered openly only for those that will opt in', async () => {
    const preflight = async (asked: string) => {
      const headers = { origin: 'https://a.example', 'access-control-request-headers': asked };
      const response = await fetch(`${standIn.origin}/v1/messages`, { method: 'OPTIONS', headers });
      return response.headers.get('access-control-allow-origin');
    };
    expect(await preflight('authorization')).toBeNull();
    expect(await preflight('anthropic-dangerous-direct-browser-access,authorization')).toBe('*');
  });
});

test.each([
  ['POST', '/v1/complete', 404, 'not_found_error'],
  ['GET', '/v1/messages', 405, 'invalid_request_error'],
  ['GET', '/v1/models/claude-9', 404, 'not_found_error'],
])('%s %s is refused in the shape of an error', async (method, path, status, type) => {
  const response = await fetch(standIn.origin + path, { method, headers: HEADERS });
  expect((await refusal(response)).slice(0, 2)).toEqual([status, type]);
});

test.each([
  ['no JSON', '{', /^The request body is not valid JSON: /],
  ['half a character', '{"model":"\\ud83d"}', /not valid JSON: no low surrogate in string/],
  ['no model', { ...BODY, model: undefined }, /^model: Field required$/],
  ['no max_tokens', { ...BODY, max_tokens: undefined }, /^max_tokens: Field required$/],
  ['no messages', { ...BODY, messages: undefined }, /^messages: Field required$/],
  ['an unknown field', { ...BODY, xyz: 1 }, /^xyz: Extra inputs are not permitted$/],
  ['temperature', { ...BODY, temperature: 1 }, /^temperature: Extra inputs are not permitted$/],
  ['top_p', { ...BODY, top_p: 1 }, /^top_p: Extra inputs are not permitted$/],
  ['top_k', { ...BODY, top_k: 1 }, /^top_k: Extra inputs are not permitted$/],
  ['a wrong type', { ...BODY, max_tokens: 'a' }, /^max_tokens: Input should be a valid number$/],
  ['half a token', { ...BODY, max_tokens: 1.5 }, /^max_tokens: Input should be a valid integer$/],
  ['empty messages', { ...BODY, messages: [] }, /^messages: at least one message is required$/],
  ['an unknown role', saying('a', 'bot'), /^messages\.0\.role: Input should be 'user', /],
  ['an empty text', saying([{ type: 'text', text: '' }]), /text content blocks must be non-empty/],
  ['a blank text', saying(' \n'), /text content blocks must contain non-whitespace text/],
  ['an empty content', saying([]), /all messages must have non-empty content/],
  ['an assistant first', saying('a', 'assistant'), /first message must use the "user" role/],
  ['the system first', saying('a', 'system'), /first message must use the "user" role/],
  ['an unknown block', saying([{ type: 'x' }]), /^messages\.0\.content\.0: Input tag 'x' found/],
  ['a bare document', withDocument({}), /^messages\.0\.content\.0\.source: Field required$/],
  [
    'a document of an unknown kind',
    withDocument({ source: { ...fixedText, type: 'md' } }),
    /^messages\.0\.content\.0\.source: Input tag 'md' found/,
  ],
  [
    'a document without its media type',
    withDocument({ source: { type: 'text', data: 'a' } }),
    /source\.media_type: Field required$/,
  ],
  [
    'a document with an unknown field',
    withDocument({ source: fixedText, name: 'a' }),
    /^messages\.0\.content\.0\.name: Extra inputs are not permitted$/,
  ],
  [
    'a document with an empty title',
    withDocument({ source: fixedText, title: '' }),
    /title: String should have at least 1 character$/,
  ],
  [
    'a document with a title of 501 characters',
    withDocument({ source: fixedText, title: 'a'.repeat(501) }),
    /title: String should have at most 500 characters$/,
  ],
  [
    'a document of the assistant',
    {
      ...BODY,
      messages: [
        ...BODY.messages,
        { role: 'assistant', content: [{ type: 'document', source: fixedText }] },
        ...BODY.messages,
      ],
    },
    /document blocks are not permitted in assistant messages/,
  ],
  [
    'citations of the user',
    saying([{ type: 'text', text: 'a', citations: [{ type: 'char_location' }] }]),
    /citations: not permitted in user messages/,
  ],
  [
    'five cache marks',
    saying(Array(5).fill({ type: 'text', text: 'a', cache_control: { type: 'ephemeral' } })),
    /A maximum of 4 blocks with cache_control may be provided\. Found 5\./,
  ],
  [
    'a longer life in the cache after a shorter one',
    saying(
      ['5m', '1h'].map((ttl) => ({
        type: 'text',
        text: 'a',
        cache_control: { type: 'ephemeral', ttl },
      })),
    ),
    /a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block/,
  ],
  [
    'citations beside a format',
    {
      ...withDocument({ source: fixedText, citations: { enabled: true } }),
      output_config: { format: { type: 'json_schema', schema: {} } },
    },
    /output_config\.format: citations cannot be used with structured outputs/,
  ],
  ['too many tokens of answer', { ...BODY, max_tokens: 128_001 }, /^max_tokens: 128001 > 128000/],
  [
    'too long a prompt',
    { ...silent, ...about('a'.repeat(3_000_000)) },
    /^prompt is too long: \d{7} tokens > 1000000 maximum$/,
  ],
])('a body with %s is a 400', async (_name, body, message) => {
  const response = await ask(standIn, body);
  const expected = [400, 'invalid_request_error', expect.stringMatching(message)];
  expect(await refusal(response)).toEqual(expected);
});

test('an unknown model is a 404 with its name', async () => {
  const response = await ask(standIn, { ...BODY, model: 'claude-haiku-9' });
  expect(await refusal(response)).toEqual([404, 'not_found_error', 'model: claude-haiku-9']);
});

test('a body above 32 MB is a 413', async () => {
  const response = await ask(standIn, about('a'.repeat(33 * 1024 * 1024)));
  expect((await refusal(response)).slice(0, 2)).toEqual([413, 'request_too_large']);
});
