import { Failure, type Problem } from '../core/problem';
import type { Endpoint } from './endpoint';

/** What only the browser knows about a failed connection. */
export interface Connection {
  isOnline(): boolean;
  /** Whether the user lets us reach this origin; Firefox users can take it back at any time. */
  mayReach(origin: string): Promise<boolean>;
}

/** An endpoint that says why it could not be reached, as far as the browser can tell. */
export function explaining(endpoint: Endpoint, connection: Connection): Endpoint {
  async function explain(error: unknown): Promise<unknown> {
    if (!(error instanceof Failure) || error.problem.kind !== 'unreachable') return error;
    return new Failure(await reasonOf(), error.answered);
  }

  async function reasonOf(): Promise<Problem> {
    const { origin } = endpoint;
    if (!connection.isOnline()) return { kind: 'offline' };
    if (!(await connection.mayReach(origin))) return { kind: 'host-not-allowed', origin };
    return { kind: 'unreachable' };
  }

  return {
    origin: endpoint.origin,
    async *stream(...args) {
      try {
        yield* endpoint.stream(...args);
      } catch (error) {
        throw await explain(error);
      }
    },
    async listModels(...args) {
      try {
        return await endpoint.listModels(...args);
      } catch (error) {
        throw await explain(error);
      }
    },
  };
}
