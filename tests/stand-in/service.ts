import type { IncomingHttpHeaders } from 'node:http';
import { checkHeaders, optsIn } from './check-headers';
import type { Failure } from './failure';
import type { ModelSpec } from './models';
import type { AnswerPlan } from './plan';

/** What compatible services do otherwise than Anthropic's own. */
export interface Service {
  /** The path before `/v1`. */
  readonly base: string;
  /** Each answer names its request, and a wrong path gets an error of the API. */
  readonly isAnthropic: boolean;
  /** Whether it counts tokens. */
  readonly counts: boolean;
  /** Whether it understands document blocks. */
  readonly documents: boolean;
  /** Its whole list of models in a shape of its own; `pages`: Anthropic's; null: it has none. */
  readonly list: 'pages' | null | ((models: readonly ModelSpec[]) => object);
  /** Told in the place of what was counted. */
  readonly usage: NonNullable<AnswerPlan['usage']>;
  /** What is wrong with the key, or with the version. */
  checkHeaders(headers: IncomingHttpHeaders): Failure | undefined;
  /** Whether any page may read the answer to these headers, a preflight's among them. */
  isOpenTo(headers: IncomingHttpHeaders): boolean;
}

const OPT_IN = /\banthropic-dangerous-direct-browser-access\b/i;

/** Anthropic's own; `keys` are good besides all that start with sk-ant-demo. */
export function anthropicService(keys: readonly string[]): Service {
  return {
    base: '',
    isAnthropic: true,
    counts: true,
    documents: true,
    list: 'pages',
    usage: {},
    checkHeaders: (headers) => checkHeaders(headers, keys),
    isOpenTo: (headers) =>
      optsIn(headers) || OPT_IN.test(headers['access-control-request-headers'] ?? ''),
  };
}
