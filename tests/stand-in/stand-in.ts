import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { accept } from './accept';
import { makeCache } from './cache';
import { ourCertificate } from './certificate';
import { type Compatible, compatibleService } from './compatible';
import { receive } from './exchange';
import type { World } from './messages';
import { MODELS, type ModelSpec } from './models';
import type { Plan } from './plan';
import type { RecordedRequest } from './record';
import { replyTo, type Usage } from './reply';
import { type Desk, serve } from './serve';
import { anthropicService } from './service';

export { fault } from './fault';
export type { ModelSpec } from './models';
export type { Plan } from './plan';
export type { RecordedRequest } from './record';
export type { Usage } from './reply';

/** A strict Messages API of our own in the place of api.anthropic.com, or of a compatible server. */
export interface StandIn {
  readonly origin: string;
  readonly port: number;
  /** base64 SHA-256 of the certificate's SPKI; '' without TLS. */
  readonly spki: string;
  /** Every request, in the order of arrival. */
  readonly requests: readonly RecordedRequest[];
  /** What the next POST /v1/messages calls meet, in this order; without a plan: a normal answer. */
  next(...plans: Plan[]): void;
  /** The same for GET /v1/models. */
  nextModels(...plans: Plan[]): void;
  /** The same for POST /v1/messages/count_tokens. */
  nextCounts(...plans: Plan[]): void;
  /** Forget requests, plans and the prompt cache. */
  reset(): void;
  /** What it would say to this body if it had never seen it; throws if it would refuse it. */
  answerFor(body: unknown): { text: string; usage: Usage };
  close(): Promise<void>;
}

export interface StandInOptions {
  readonly tls?: boolean;
  readonly port?: number;
  /** Good keys: of a compatible server the only ones, else besides all that start with sk-ant-demo. */
  readonly keys?: readonly string[];
  /** Without it an answer comes as fast as it can. */
  readonly tokensPerSecond?: number;
  readonly models?: readonly ModelSpec[];
  /** Plays a compatible server, with these ways of its own. */
  readonly compatible?: Compatible;
}

const VERSION = '2026-10-21';

function answerFor(body: unknown, models: readonly ModelSpec[]): { text: string; usage: Usage } {
  const accepted = accept(body, VERSION, models);
  if ('failed' in accepted) throw new Error(accepted.failed.message);
  const { body: checked, model } = accepted.ok;
  return replyTo(checked, model, makeCache().split(checked, model));
}

/** The listening server and what identifies its certificate. */
async function listen(listener: RequestListener, { tls = false, port = 0 }: StandInOptions) {
  const certificate = tls ? await ourCertificate() : undefined;
  const server = certificate
    ? createHttpsServer({ key: certificate.key, cert: certificate.cert }, listener)
    : createHttpServer(listener);
  // A short one would close connections just as a client takes them up again.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return { server, spki: certificate?.spki ?? '' };
}

export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const { tls = false, keys = [], models = MODELS, tokensPerSecond, compatible } = options;
  const world: World = { models, cache: makeCache(), tempo: { tokensPerSecond } };
  const service = compatible ? compatibleService(compatible, keys) : anthropicService(keys);
  const desk: Desk = { world, service, requests: [], plans: [], modelPlans: [], countPlans: [] };
  let received = 0;
  const { server, spki } = await listen((req, res) => {
    received += 1;
    void receive(req, res, received, desk).then(
      (exchange) => serve(exchange, desk),
      () => res.destroy(),
    );
  }, options);
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    spki,
    requests: desk.requests,
    next: (...plans) => void desk.plans.push(...plans),
    nextModels: (...plans) => void desk.modelPlans.push(...plans),
    nextCounts: (...plans) => void desk.countPlans.push(...plans),
    reset() {
      const { requests, plans, modelPlans, countPlans } = desk;
      for (const list of [requests, plans, modelPlans, countPlans]) list.length = 0;
      world.cache.clear();
    },
    answerFor: (body) => answerFor(body, models),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
