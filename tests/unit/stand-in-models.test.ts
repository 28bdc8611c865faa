// @vitest-environment node
import { afterAll, beforeAll, expect, test } from 'vitest';
import { about, ask, BODY, HEADERS, SOURCE } from '../stand-in/ask';
import { type StandIn, startStandIn } from '../stand-in/stand-in';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
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
  ['claude-haiku-4-5', { ...off, ...prefill }, 200],
  ['claude-haiku-4-5', { ...off, ...effort('low') }, 400],
  ['claude-haiku-4-5', { thinking: { type: 'adaptive' } }, 400],
  ['claude-haiku-4-5', { thinking: enabled }, 200],
  ['claude-haiku-4-5', { thinking: { ...enabled, budget_tokens: 1000 } }, 400],
  ['claude-haiku-4-5', { thinking: enabled, max_tokens: 1024 }, 400],
])('%s with %j is a %i', async (model, changes, status) => {
  expect((await ask(standIn, on(model, changes))).status).toBe(status);
});

test('sampling parameters pass on the old version, for the old model', async () => {
  const headers = { ...HEADERS, 'anthropic-version': '2023-06-01' };
  const status = async (model: string) =>
    (await ask(standIn, { ...silent, model, temperature: 0.5 }, { headers })).status;
  expect(await status('claude-haiku-4-5')).toBe(200);
  expect(await status('claude-haiku-5-5')).toBe(400);
});

test('what count_tokens would have to fetch, it does not count', async () => {
  const source = { type: 'url', url: 'https://a.example/a.pdf' };
  const messages = [{ role: 'user', content: [{ type: 'document', source }] }];
  const response = await ask(
    standIn,
    { model: BODY.model, messages },
    { path: '/v1/messages/count_tokens' },
  );
  expect(response.status).toBe(400);
});
