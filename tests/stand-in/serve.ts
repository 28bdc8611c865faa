import { checkHeaders } from './check-headers';
import { cut, type Exchange, finish, sendFailure, writeHead } from './exchange';
import { failure } from './failure';
import { listModels, showModel } from './listing';
import { answerMessages, countTokens, type World } from './messages';
import type { AnswerPlan, Plan } from './plan';
import { pause } from './play';
import type { RecordedRequest } from './record';

/** What the server keeps between requests. */
export interface Desk {
  readonly world: World;
  readonly keys: readonly string[];
  readonly requests: RecordedRequest[];
  readonly plans: Plan[];
  readonly modelPlans: Plan[];
}

const NORMAL: AnswerPlan = { kind: 'answer' };
const METHODS: Readonly<Record<string, string>> = {
  '/v1/messages': 'POST',
  '/v1/messages/count_tokens': 'POST',
  '/v1/models': 'GET',
};

/** The answer to a preflight: open to those that will opt in. */
function preflight(exchange: Exchange): void {
  const asked = exchange.record.headers['access-control-request-headers'] ?? '';
  const isOpen = /\banthropic-dangerous-direct-browser-access\b/i.test(asked);
  const open = {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
    'access-control-allow-headers': asked,
    'access-control-max-age': '600',
  };
  writeHead(exchange, 200, isOpen ? open : {});
  finish(exchange);
}

async function route(exchange: Exchange, plan: AnswerPlan, { world, keys }: Desk) {
  const { method, path, headers } = exchange.record;
  const { pathname, searchParams } = new URL(path, 'http://stand-in');
  const id = /^\/v1\/models\/([^/]+)$/.exec(pathname)?.[1];
  const expected = id ? 'GET' : METHODS[pathname];
  if (!expected) return sendFailure(exchange, failure(404, 'Not found'));
  if (method !== expected) return sendFailure(exchange, failure(405, 'Method Not Allowed'));
  const wrong = checkHeaders(headers, keys);
  if (wrong) return sendFailure(exchange, wrong);
  if (id) return showModel(exchange, world.models, decodeURIComponent(id));
  if (pathname === '/v1/models') return listModels(exchange, world.models, searchParams);
  if (pathname === '/v1/messages') return answerMessages(exchange, plan, world);
  return countTokens(exchange, world);
}

function planFor({ record }: Exchange, desk: Desk): Plan {
  const path = record.path.replace(/\?.*/, '');
  if (record.method === 'POST' && path === '/v1/messages') return desk.plans.shift() ?? NORMAL;
  if (record.method === 'GET' && path === '/v1/models') return desk.modelPlans.shift() ?? NORMAL;
  return NORMAL;
}

async function perform(exchange: Exchange, plan: Plan, desk: Desk): Promise<void> {
  switch (plan.kind) {
    case 'answer':
      return route(exchange, plan, desk);
    case 'status':
      return sendFailure(exchange, plan, plan.headers);
    case 'body':
      writeHead(exchange, plan.status, { 'content-type': plan.contentType, ...plan.headers });
      return finish(exchange, plan.body);
    case 'refuse':
      return cut(exchange);
  }
}

/** Answer one request as the API would, or as it was planned. */
export async function serve(exchange: Exchange, desk: Desk): Promise<void> {
  if (exchange.record.method === 'OPTIONS') return preflight(exchange);
  const plan = planFor(exchange, desk);
  if (plan.delay !== undefined) await pause(plan.delay, exchange);
  if (exchange.gone.aborted) return;
  await perform(exchange, plan, desk);
}
