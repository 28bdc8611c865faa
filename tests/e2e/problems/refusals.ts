import { fault } from '../../stand-in/stand-in';
import type { Table } from './row';
import { chooseModel, smallModel } from './scene';
import { countdown, optionsOpen } from './steps';

const { status } = fault;
const defaultModel = 'claude-haiku-5-5';
const openConsole = 'Open platform.claude.com';
const capReached = 'You have reached your specified API usage limits.';
const tooLong = 'prompt is too long: 1200000 tokens > 1000000 maximum';
const refused = { kept: 'not-charged', posts: 1 } as const;

/** What the service answers in the place of a stream. */
export const refusals = {
  'key-refused': [
    {
      when: '401, a bad key',
      plans: [status(401, { message: 'invalid x-api-key' })],
      ...refused,
      button: 'Open options',
      clicked: optionsOpen,
    },
  ],
  'no-credit': [
    { when: '402', plans: [status(402)], ...refused, button: openConsole },
    {
      when: '400, the credit balance is too low',
      plans: [status(400, { message: 'Your credit balance is too low to access the API.' })],
      ...refused,
      button: openConsole,
    },
  ],
  'spend-limit': [
    {
      when: '400, the usage limits that were specified are reached',
      plans: [status(400, { message: capReached })],
      detail: `Anthropic says: ${capReached}`,
      ...refused,
      button: openConsole,
    },
    {
      when: '429 with a spend limit as its reason, which no waiting mends',
      plans: [status(429, { message: 'Cap.', errorCode: 'enforced_spend_limit_reached' })],
      detail: 'Anthropic says: Cap.',
      ...refused,
      button: openConsole,
    },
  ],
  'browser-calls-forbidden': [
    {
      when: '401, the organisation forbids calls from browsers',
      plans: [fault.corsForbidden()],
      ...refused,
      button: openConsole,
    },
  ],
  'not-permitted': [
    {
      when: '403',
      plans: [status(403, { message: 'Not in this workspace.' })],
      detail: 'Anthropic says: Not in this workspace.',
      ...refused,
      button: openConsole,
    },
  ],
  'model-not-found': [
    {
      when: '404',
      plans: [status(404)],
      names: { model: defaultModel },
      ...refused,
      button: 'Open options',
    },
  ],
  'too-large': [
    {
      when: '400, the prompt is too long',
      plans: [status(400, { message: tooLong })],
      detail: '≈ 1.2M tokens of at most 1M.',
      ...refused,
      button: 'Close',
    },
    {
      when: '413 from a proxy, in HTML and without CORS headers',
      plans: [fault.html(413)],
      ...refused,
      button: 'Close',
    },
    {
      when: 'a text that is certainly longer than the chosen model reads',
      before: (scene) => chooseModel(scene, smallModel.id),
      detail: /^≈ \d+ tokens of at most 150\.$/,
      kept: 'nothing-sent',
      button: 'Close',
      posts: 0,
      after: (scene) => chooseModel(scene, defaultModel),
    },
  ],
  'request-rejected': [
    {
      when: '400',
      plans: [status(400, { message: 'thinking: not supported.' })],
      detail: 'Anthropic says: thinking: not supported.',
      ...refused,
      button: 'Ask again',
    },
  ],
  'rate-limited': [
    {
      when: '429 with retry-after, three times: it counts down and tries twice more',
      plans: [1, 1, 1].map((retryAfter) => status(429, { retryAfter })),
      meanwhile: countdown,
      ...refused,
      button: 'Try again',
      posts: 3,
    },
    { when: '429 without retry-after', plans: [status(429)], ...refused, button: 'Try again' },
  ],
  overloaded: [
    {
      when: '529, three times: it counts down and tries twice more',
      plans: [status(529), status(529), status(529)],
      meanwhile: countdown,
      ...refused,
      button: 'Try again',
      posts: 3,
    },
  ],
  'service-failed': [
    {
      when: '500, which may come after the work',
      plans: [status(500)],
      names: { status: '500' },
      kept: 'maybe-charged',
      button: 'Ask again',
      posts: 1,
    },
    {
      when: '504, which may come after the work',
      plans: [status(504)],
      names: { status: '504' },
      kept: 'maybe-charged',
      button: 'Ask again',
      posts: 1,
    },
  ],
} satisfies Partial<Table>;
