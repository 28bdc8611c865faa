// @vitest-environment node
import { createHash, X509Certificate } from 'node:crypto';
import { connect, type DetailedPeerCertificate } from 'node:tls';
import { BaseAnthropic } from '@anthropic-ai/sdk/client';
import { Messages } from '@anthropic-ai/sdk/resources/messages';
import { Models } from '@anthropic-ai/sdk/resources/models';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { about, BODY, KEY, SOURCE } from '../../stand-in/ask';
import { fault, type StandIn, startStandIn } from '../../stand-in/stand-in';

let standIn: StandIn;
let client: BaseAnthropic;

beforeAll(async () => {
  standIn = await startStandIn();
  const options = { dangerouslyAllowBrowser: true, maxRetries: 0, logLevel: 'off' } as const;
  client = new BaseAnthropic({ ...options, apiKey: KEY, baseURL: standIn.origin });
});
beforeEach(() => standIn.reset());
afterAll(() => standIn.close());

describe('with the real SDK', () => {
  test('streams the computed answer and tells the computed usage', async () => {
    const stream = new Messages(client).stream(BODY);
    const message = await stream.finalMessage();
    const { text, usage } = standIn.answerFor(BODY);
    expect(message.content).toMatchObject([{ type: 'text', text }]);
    expect(message.usage).toMatchObject(usage);
    expect(message.stop_reason).toBe('end_turn');
    expect(stream.request_id).toMatch(/^req_demo_/);
    expect(message.id).toMatch(/^msg_demo_/);
  });

  test('answers in one piece what it would stream', async () => {
    const message = await new Messages(client).create({ ...BODY, stream: false });
    const { text, usage } = standIn.answerFor(BODY);
    expect(message).toMatchObject({ type: 'message', content: [{ type: 'text', text }], usage });
  });

  test('is read through what the SDK does not know', async () => {
    standIn.next(fault.sprinkled());
    const { content } = await new Messages(client).stream(BODY).finalMessage();
    expect(content[0]).toMatchObject({ type: 'text', text: standIn.answerFor(BODY).text });
  });

  test('counts the tokens that it then tells as input', async () => {
    const { max_tokens: _, ...countable } = BODY;
    const counted = await new Messages(client).countTokens(countable);
    expect(counted.input_tokens).toBe(standIn.answerFor(BODY).usage.input_tokens);
  });

  test('lists the models with what they accept', async () => {
    const { data } = await new Models(client).list();
    const accepted = data.map(({ id, capabilities }) => [
      id,
      capabilities?.effort.supported,
      Object.entries(capabilities?.thinking.types ?? {})
        .filter(([, { supported }]) => supported)
        .map(([type]) => type)
        .join(' '),
    ]);
    expect(accepted).toEqual([
      ['claude-fable-5-2', true, 'adaptive'],
      ['claude-haiku-5-5', true, 'adaptive disabled'],
      ['claude-sonnet-5-5', true, 'adaptive between_tools'],
      ['claude-opus-5-5', true, 'adaptive'],
      ['claude-haiku-4-5-20251001', false, 'disabled enabled'],
    ]);
    expect(data.every(({ display_name }) => display_name.endsWith(' (demo)'))).toBe(true);
    const one = await new Models(client).retrieve('claude-haiku-5-5');
    expect(one).toMatchObject({ max_input_tokens: 1_000_000, max_tokens: 128_000, line: 'haiku' });
  });

  test('records each request with what was answered', async () => {
    await new Messages(client).stream(BODY).finalMessage();
    const [request] = standIn.requests;
    expect(request).toMatchObject({ method: 'POST', path: '/v1/messages', body: BODY });
    expect(request?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(JSON.parse(request?.text ?? '')).toMatchObject(BODY);
    const { text, usage } = standIn.answerFor(BODY);
    const stopReason = 'end_turn';
    expect(request?.answered).toMatchObject({
      status: 200,
      text,
      usage,
      stopReason,
      model: BODY.model,
    });
    expect(request?.closedByClientAt).toBeUndefined();
  });
});

describe('the prompt cache', () => {
  const long = `${SOURCE} `.repeat(40);
  const cached = { ...about(long), cache_control: { type: 'ephemeral' as const } };
  const usageOf = async (body: typeof cached) =>
    (await new Messages(client).stream(body).finalMessage()).usage;

  test('is written the first time and read the second', async () => {
    const first = await usageOf(cached);
    const second = await usageOf(cached);
    const all = standIn.answerFor(about(long)).usage.input_tokens;
    const write = { cache_creation_input_tokens: all, cache_read_input_tokens: 0, input_tokens: 0 };
    expect(first).toMatchObject(write);
    expect(first.cache_creation?.ephemeral_5m_input_tokens).toBe(all);
    const read = { cache_creation_input_tokens: 0, cache_read_input_tokens: all, input_tokens: 0 };
    expect(second).toMatchObject(read);
  });

  test('leaves a prompt below the minimum alone', async () => {
    const { input_tokens, cache_creation_input_tokens } = await usageOf({
      ...about(SOURCE),
      cache_control: { type: 'ephemeral' },
    });
    expect(cache_creation_input_tokens).toBe(0);
    expect(input_tokens).toBeGreaterThan(0);
  });
});

test('over TLS it shows the certificate whose hash it tells', async () => {
  const secure = await startStandIn({ tls: true });
  const { host, port } = { host: '127.0.0.1', port: secure.port };
  const peer = await new Promise<DetailedPeerCertificate>((resolve) => {
    const options = { host, port, servername: 'api.anthropic.com', rejectUnauthorized: false };
    const socket = connect(options, () => {
      resolve(socket.getPeerCertificate(true));
      socket.destroy();
    });
  });
  const certificate = new X509Certificate(peer.raw);
  const info = certificate.publicKey.export({ type: 'spki', format: 'der' });
  expect(createHash('sha256').update(info).digest('base64')).toBe(secure.spki);
  expect(certificate.checkHost('api.anthropic.com')).toBe('api.anthropic.com');
  expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
  expect(secure.origin).toBe(`https://127.0.0.1:${secure.port}`);
  await secure.close();
});
