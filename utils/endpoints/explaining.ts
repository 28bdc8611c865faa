import { isLoopback } from '../core/base-url';
import { type EndpointConfig, isAnthropic, originOf } from '../core/endpoint';
import { type Answered, Failure, type Problem } from '../core/problem';
import type { Endpoint } from './endpoint';

const notSent: Answered = { kind: 'rejected', requestId: null, retry: false };

/** What only the browser knows about a failed connection. */
export interface Connection {
  isOnline(): boolean;
  /** Whether the user lets us reach this origin; Firefox users can take it back at any time. */
  mayReach(origin: string): Promise<boolean>;
}

/** An endpoint that says why it could not be reached, as far as the browser and its set-up can tell. */
export function explaining(
  endpoint: Endpoint,
  config: EndpointConfig,
  connection: Connection,
): Endpoint {
  const origin = originOf(config);

  /** A server may be open to everyone: that the browser would let us through is not the user's leave. */
  async function checkPermission(): Promise<void> {
    if (isAnthropic(config) || (await connection.mayReach(origin))) return;
    throw new Failure({ kind: 'host-not-allowed', origin }, notSent);
  }

  const explain = (error: unknown) => explanation(error, config, connection);

  async function explained<T>(asking: () => Promise<T>): Promise<T> {
    await checkPermission();
    try {
      return await asking();
    } catch (error) {
      throw await explain(error);
    }
  }

  const { count } = endpoint;
  return {
    async *stream(outgoing) {
      await checkPermission();
      try {
        yield* endpoint.stream(outgoing);
      } catch (error) {
        throw await explain(error);
      }
    },
    listModels: (...args) => explained(() => endpoint.listModels(...args)),
    ...(count && { count: (...args) => explained(() => count(...args)) }),
  };
}

async function explanation(
  error: unknown,
  ...where: readonly [config: EndpointConfig, connection: Connection]
): Promise<unknown> {
  if (!(error instanceof Failure)) return error;
  return new Failure(await reasonOf(error.problem, ...where), error.answered);
}

async function reasonOf(
  problem: Problem,
  config: EndpointConfig,
  connection: Connection,
): Promise<Problem> {
  if (problem.kind !== 'unreachable')
    return isAnthropic(config) ? problem : elsewhere(problem, config);
  const origin = originOf(config);
  const local = isLoopback(origin);
  if (!local && !connection.isOnline()) return { kind: 'offline' };
  if (!(await connection.mayReach(origin))) return { kind: 'host-not-allowed', origin };
  return local ? { kind: 'server-down', origin } : { kind: 'unreachable' };
}

/** Of another service's accounts and networks we know less than of Anthropic's. */
function elsewhere(problem: Problem, config: EndpointConfig): Problem {
  switch (problem.kind) {
    case 'captive-portal':
      return { kind: 'not-the-api', origin: originOf(config) };
    case 'no-credit':
    case 'browser-calls-forbidden':
      return { kind: 'request-rejected', message: '' };
    case 'spend-limit':
    case 'not-permitted':
      return { kind: 'request-rejected', message: problem.message };
    default:
      return problem;
  }
}
