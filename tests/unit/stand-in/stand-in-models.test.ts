// @vitest-environment node
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { about, ask, BODY, HEADERS, SOURCE } from '../../stand-in/ask';
import { modelNamed } from '../../stand-in/compatible';
import { MODELS } from '../../stand-in/models';
import { type StandIn, startStandIn } from '../../stand-in/stand-in';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({
    models: [
      ...MODELS,
      { ...modelNamed('claude-old'), lifecycle: 'deprecated' },
      { ...modelNamed('claude-gone'), lifecycle: 'retired' },
    ],
  });
});
afterAll(() => standIn.close());

const { thinking: _, ...silent } = BODY;
const on = (model: string, changes: object) => ({ ...about(SOURCE), model, ...changes });
const enabled = { type: 'enabled', budget_tokens: 1024 };
const effort = (level: string) => ({ output_config: { effort: level } });
const off = { thinking: { type: 'disabled' } };
const prefill = {
  messages: [
    { role: 'user', content: 'a' },
    { role: 'assistant', content: 'b' },
  ],
};
const tools = [{ name: 'a', input_schema: { type: 'object' } }];
const forced = { tools, tool_choice: { type: 'any' } };
const free = { tools, tool_choice: { type: 'auto' } };
const adaptive = { thinking: { type: 'adaptive' } };
test.each([
  ['claude-haiku-5-5', { thinking: enabled }, 400],
  ['claude-haiku-5-5', { ...off, ...effort('high') }, 200],
  ['claude-haiku-5-5', { ...off, ...effort('xhigh') }, 400],
  ['claude-haiku-5-5', { thinking: { type: 'between_tools' } }, 400],
  ['claude-sonnet-5-5', off, 400],
  ['claude-sonnet-5-5', { thinking: { type: 'between_tools' }, ...effort('low') }, 200],
  ['claude-opus-5-5', off, 400],
  ['claude-opus-5-5', { thinking: { type: 'adaptive' } }, 200],
  ['claude-fable-5-2', off, 400],
  ['claude-haiku-5-5', prefill, 400],
  ['claude-haiku-5-5', forced, 200],
  ['claude-sonnet-5-5', { ...forced, ...adaptive }, 400],
  ['claude-opus-5-5', { ...forced, ...adaptive }, 400],
  ['claude-fable-5-2', { ...forced, ...adaptive }, 400],
  ['claude-fable-5-2', { ...free, ...adaptive }, 200],
  ['claude-haiku-4-5', { ...off, ...prefill }, 200],
  ['claude-haiku-4-5', { ...off, ...effort('low') }, 400],
  ['claude-haiku-4-5', { thinking: { type: 'adaptive' } }, 400],
  ['claude-haiku-4-5', { thinking: enabled }, 200],
  ['claude-haiku-4-5', { thinking: { ...enabled, budget_tokens: 1000 } }, 400],
  ['claude-haiku-4-5', { thinking: enabled, max_tokens: 1024 }, 400],
])('%s with %j is a %i', async (model, changes, status) => {
  expect((await ask(standIn, on(model, changes))).status).toBe(status);
});

test('a model that is retired answers no more', async () => {
  expect((await ask(standIn, on('claude-gone', off))).status).toBe(404);
  expect((await ask(standIn, on('claude-old', off))).status).toBe(200);
});

test('sampling parameters pass on the old version, for the old model', async () => {
  const headers = { ...HEADERS, 'anthropic-version': '2023-06-01' };
  const status = async (model: string) =>
    (await ask(standIn, { ...silent, model, temperature: 0.5 }, { headers })).status;
  expect(await status('claude-haiku-4-5')).toBe(200);
  expect(await status('claude-haiku-5-5')).toBe(400);
});

describe('count_tokens', () => {
  const { messages, model } = BODY;
  const status = async (body: object) =>
    (await ask(standIn, { model, messages, ...body }, { path: '/v1/messages/count_tokens' }))
      .status;

  test('does not count what it would have to fetch', async () => {
    const source = { type: 'url', url: 'https://a.example/a.pdf' };
    const content = [{ type: 'document', source }];
    expect(await status({ messages: [{ role: 'user', content }] })).toBe(400);
  });

  test('counts the user’s own tools, and none that it runs itself', async () => {
    expect(await status({ tools })).toBe(200);
    expect(await status({ tools: [{ type: 'web_search_20260318', name: 'web_search' }] })).toBe(
      400,
    );
  });

  test.each(['max_tokens', 'stream', 'temperature', 'stop_sequences'])(
    'takes nothing of the answer, as %s',
    async (name) => expect(await status({ [name]: 1 })).toBe(400),
  );
});

describe('the list of models', () => {
  const page = async (query: string) => {
    const response = await fetch(`${standIn.origin}/v1/models?${query}`, { headers: HEADERS });
    const { data = [], has_more } = await response.json();
    return { status: response.status, ids: data.map(({ id }: { id: string }) => id), has_more };
  };

  test('comes in pages, forwards and backwards, newest first', async () => {
    const { ids } = await page('');
    expect(ids.length).toBeGreaterThan(4);
    const first = await page('limit=2');
    expect(first).toEqual({ status: 200, ids: ids.slice(0, 2), has_more: true });
    const rest = await page(`limit=${ids.length}&after_id=${ids[1]}`);
    expect(rest).toEqual({ status: 200, ids: ids.slice(2), has_more: false });
    const before = await page(`limit=2&before_id=${ids[3]}`);
    expect(before).toEqual({ status: 200, ids: ids.slice(1, 3), has_more: true });
  });

  test.each(['limit=0', 'limit=1001', 'limit=a', 'lifecycle=old', 'after_id=no', 'before_id=no'])(
    'is refused with %s',
    async (query) => expect((await page(query)).status).toBe(400),
  );

  test('has those that are retired only where they are asked for', async () => {
    const { ids } = await page('');
    expect(ids).not.toContain('claude-gone');
    expect(ids).toContain('claude-old');
    expect((await page('lifecycle=retired')).ids).toEqual(['claude-gone']);
    expect((await page('lifecycle=active')).ids).not.toContain('claude-old');
  });
});
