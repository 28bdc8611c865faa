import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FileData } from '../../../utils/capture/pdf';
import { countCommands } from '../../../utils/commands/count-commands';
import type { Staff } from '../../../utils/commands/staff';
import { anthropicEndpoint, type EndpointConfig } from '../../../utils/core/endpoint';
import type { Problem } from '../../../utils/core/problem';
import { digest } from '../../../utils/digest';
import { anthropic } from '../../../utils/endpoints/anthropic';
import type { CountCommand } from '../../../utils/messages/money-messages';
import { type Choices, onDevice } from '../../../utils/runs/choices';
import { createCounts } from '../../../utils/runs/counts';
import type { Counts } from '../../../utils/runs/means';
import { fault, type Plan, type StandIn, startStandIn } from '../../stand-in/stand-in';
import { choicesWith, endpointWith, fetchFrom, sourceWith } from '../support';

const key = 'sk-ant-demo-1234';
const at = Date.UTC(2026, 10, 26);
const time = { now: () => at, ticks: () => 0, random: () => 0 };
const source = sourceWith({ text: 'The harbour froze in January. '.repeat(40) });
const command: CountCommand = {
  kind: 'count',
  tabId: 1,
  actionId: 'summarize',
  controls: {},
  question: '',
  source,
  shielded: false,
  endpointId: 'anthropic',
};

let standIn: StandIn;
let counts: Counts;

beforeAll(async () => {
  standIn = await startStandIn();
});
beforeEach(() => {
  fakeBrowser.reset();
  standIn.reset();
  counts = createCounts({ open, digest, dataOf, time });
});
afterAll(() => standIn.close());

const open = (config: EndpointConfig) => anthropic(config, fetchFrom(standIn));
const dataOf = async (): Promise<FileData> => ({
  kind: 'problem',
  problem: { kind: 'file-gone' },
});

function ask(
  change: Partial<CountCommand> = {},
  choices: Choices = choicesWith(),
  secret = key,
  isPrivate = false,
) {
  const means: Staff['means'] = {
    open,
    choices: async () => choices,
    findAccess: async () => ({ kind: 'granted', key: secret }),
    time,
    counts,
  };
  const staff = { means, isPrivate: async () => isPrivate } as unknown as Staff;
  return countCommands.count({ ...command, ...change }, staff);
}

/** Just what the start would send, as the API counts it. */
function countIn(body: unknown): number {
  return standIn.answerFor({ max_tokens: 1, ...(body as object) }).usage.input_tokens;
}

describe('a count', () => {
  test('sends nothing from a private window once the user wants nothing of Gloss there', async () => {
    const inPrivate = (inPrivateWindows: boolean) =>
      ask({}, choicesWith({ inPrivateWindows }), key, true);
    expect(await inPrivate(false)).toEqual({
      kind: 'problem',
      problem: { kind: 'private-window-off' },
    });
    expect(standIn.requests).toEqual([]);
    expect(await inPrivate(true)).toMatchObject({ kind: 'counted' });
  });

  test('is of the very request: all that is read, and no word of the answer', async () => {
    const counted = await ask();
    const [post, ...more] = standIn.requests;
    expect(more).toEqual([]);
    expect(post).toMatchObject({ method: 'POST', path: '/v1/messages/count_tokens' });
    expect(Object.keys(post?.body as object).sort()).toEqual([
      'messages',
      'model',
      'output_config',
      'system',
      'thinking',
    ]);
    const tokens = countIn(post?.body);
    expect(counted).toMatchObject({ kind: 'counted', estimate: { counted: tokens } });
  });

  test('puts the price between the prompt alone and the longest answer, with 3 % for what a count may miss', async () => {
    const { estimate } = { estimate: null, ...(await ask()) };
    const tokens = estimate?.counted ?? 0;
    const most = Math.ceil(tokens * 1.03);
    expect(estimate?.prompt).toEqual({ low: tokens, high: most });
    // $0.10 and $0.50 per million; work in the US only costs a tenth more.
    expect(estimate?.cost).toEqual({
      low: tokens * 100,
      high: Math.ceil(((most * 100 + (estimate?.maxOutput ?? 0) * 500) * 110) / 100),
    });
  });

  test('of the same again is remembered, and of anything else is none', async () => {
    const first = await ask();
    expect(await ask()).toEqual(first);
    expect(standIn.requests).toHaveLength(1);
    await ask({ controls: { length: 'detailed' } });
    await ask({ source: sourceWith({ text: `${source.text}.` }) });
    await ask({ model: 'claude-sonnet-5-5' });
    expect(standIn.requests).toHaveLength(4);
  });

  test('hides what the shield hides', async () => {
    const text = `Write to ada@example.org. ${source.text}`;
    await ask({ source: sourceWith({ text }), shielded: true });
    expect(standIn.requests[0]?.text).not.toContain('ada@example.org');
    expect(standIn.requests[0]?.text).toContain('The harbour froze');
  });

  test('is not asked of the device, nor of services that may not count', async () => {
    const own = endpointWith({ id: 'own' });
    expect(await ask({}, choicesWith({ endpoint: own, model: own.model }))).toBeNull();
    expect(await ask({}, onDevice(choicesWith()))).toBeNull();
    expect(await ask({ actionId: 'gone' })).toBeNull();
    expect(standIn.requests).toEqual([]);
  });

  test('sends nothing where the key is not at hand', async () => {
    const problem: Problem = { kind: 'key-gone' };
    const means: Staff['means'] = {
      open,
      choices: async () => choicesWith({ endpoint: anthropicEndpoint }),
      findAccess: async () => ({ kind: 'problem', problem }),
      time,
      counts,
    };
    const staff = { means, isPrivate: async () => false } as unknown as Staff;
    expect(await countCommands.count(command, staff)).toEqual({
      kind: 'problem',
      problem,
    });
    expect(standIn.requests).toEqual([]);
  });
});

const sort = (plan: Plan, problem: Problem) => [problem.kind, plan, problem] as const;

describe('a count that fails', () => {
  test.each([
    sort(fault.status(429), { kind: 'rate-limited' }),
    sort(fault.status(529), { kind: 'overloaded' }),
    sort(fault.refuse(), { kind: 'unreachable' }),
    sort(fault.html(), { kind: 'captive-portal' }),
    sort(fault.json({ input_tokens: -5 }), { kind: 'unreadable-reply' }),
    sort(fault.json({ input_tokens: 12.5 }), { kind: 'unreadable-reply' }),
    sort(fault.json({ tokens: 400 }), { kind: 'unreadable-reply' }),
    // A number that cannot be of this text.
    sort(fault.json({ input_tokens: 3 }), { kind: 'unreadable-reply' }),
    sort(fault.json({ input_tokens: 90_000 }), { kind: 'unreadable-reply' }),
  ])('says why: %s', async (_, plan, problem) => {
    standIn.nextCounts(plan);
    expect(await ask()).toEqual({ kind: 'problem', problem });
    // It is asked once, and again when the user wants it.
    expect(standIn.requests).toHaveLength(1);
    expect(await ask()).toMatchObject({ kind: 'counted' });
  });

  test('says that a key was refused', async () => {
    expect(await ask({}, choicesWith(), 'sk-wrong')).toEqual({
      kind: 'problem',
      problem: { kind: 'key-refused' },
    });
  });

  test('says that the bytes of a picture are gone', async () => {
    const media = { kind: 'image', type: 'image/png', file: 'f', width: 9, height: 9 } as const;
    const picture = sourceWith({ kind: 'image', text: '', media } as never);
    expect(await ask({ actionId: 'describe-image', source: picture })).toEqual({
      kind: 'problem',
      problem: { kind: 'file-gone' },
    });
    expect(standIn.requests).toEqual([]);
  });
});
