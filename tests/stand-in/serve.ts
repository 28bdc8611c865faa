import {
  cut,
  type Exchange,
  finish,
  type Headers,
  sendFailure,
  sendJson,
  writeApiHead,
  writeHead,
} from './exchange';
import { failure } from './failure';
import { listModels, showModel } from './listing';
import { answerMessages, countTokens, type World } from './messages';
import type { AnswerPlan, Plan } from './plan';
import { pause } from './play';
import type { RecordedRequest } from './record';
import type { Service } from './service';

/** What the server keeps between requests. */
export interface Desk {
  readonly world: World;
  readonly service: Service;
  readonly requests: RecordedRequest[];
  readonly plans: Plan[];
  readonly modelPlans: Plan[];
  readonly countPlans: Plan[];
}

const NORMAL: AnswerPlan = { kind: 'answer' };
const METHODS: Readonly<Record<string, string>> = {
  '/v1/messages': 'POST',
  '/v1/messages/count_tokens': 'POST',
  '/v1/models': 'GET',
};

function preflight(exchange: Exchange): void {
  const { record, service } = exchange;
  const open: Headers = {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
    'access-control-allow-headers': record.headers['access-control-request-headers'] ?? '',
    'access-control-max-age': '600',
  };
  writeHead(exchange, 200, service.isOpenTo(record.headers) ? open : {});
  finish(exchange);
}

/** The path inside the API; empty for one that is outside of it, or not there. */
function pathOf({ record, service }: Exchange): string {
  const { pathname } = new URL(record.path, 'http://stand-in');
  if (!pathname.startsWith(service.base)) return '';
  const path = pathname.slice(service.base.length);
  const isMissing =
    (service.list === null && path.startsWith('/v1/models')) ||
    (!service.counts && path.endsWith('/count_tokens'));
  return isMissing ? '' : path;
}

async function route(exchange: Exchange, plan: AnswerPlan, { world }: Desk) {
  const { record, service } = exchange;
  const path = pathOf(exchange);
  const id = /^\/v1\/models\/(.+)$/.exec(path)?.[1];
  const expected = id ? 'GET' : METHODS[path];
  if (!expected) return sendNotFound(exchange);
  if (record.method !== expected) return sendFailure(exchange, failure(405, 'Method Not Allowed'));
  const wrong = service.checkHeaders(record.headers);
  if (wrong) return sendFailure(exchange, wrong);
  if (id) return showModel(exchange, world.models, decodeURIComponent(id));
  if (path === '/v1/models') return list(exchange, world);
  if (path === '/v1/messages') return answerMessages(exchange, plan, world);
  return countTokens(exchange, world);
}

function sendNotFound(exchange: Exchange) {
  if (exchange.service.isAnthropic) return sendFailure(exchange, failure(404, 'Not found'));
  writeApiHead(exchange, 404, { 'content-type': 'text/plain' });
  finish(exchange, '404 page not found');
}

function list(exchange: Exchange, { models }: World) {
  const { record, service } = exchange;
  if (typeof service.list === 'function') return sendJson(exchange, 200, service.list(models));
  listModels(exchange, models, new URL(record.path, 'http://stand-in').searchParams);
}

function planFor(exchange: Exchange, desk: Desk): Plan {
  const { record } = exchange;
  const path = pathOf(exchange);
  if (record.method === 'POST' && path === '/v1/messages') return desk.plans.shift() ?? NORMAL;
  if (record.method === 'GET' && path === '/v1/models') return desk.modelPlans.shift() ?? NORMAL;
  if (path === '/v1/messages/count_tokens') return desk.countPlans.shift() ?? NORMAL;
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
