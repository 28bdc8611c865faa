import type { IncomingHttpHeaders } from 'node:http';
import { type Failure, failure } from './failure';
import type { ModelSpec } from './models';
import type { AnswerPlan } from './plan';
import type { Service } from './service';

/** A server of somebody else's that speaks the Messages API as far as it goes. */
export interface Compatible {
  /** The one header that its key comes in; a second one is refused. `none`: any key is refused. */
  readonly auth?: 'bearer' | 'x-api-key' | 'none';
  /** GET /v1/models: in Anthropic's shape, in OpenAI's, or 404. */
  readonly lists?: 'models' | 'openai' | 'missing';
  readonly counts?: boolean;
  readonly documents?: boolean;
  /** Whether it lets pages of other origins read its answers. */
  readonly cors?: boolean;
  /** The path before `/v1`: `/api`. */
  readonly base?: string;
  /** All of it, without the cache, or nothing but zeros. */
  readonly usage?: keyof typeof USAGES;
}

const NO_CACHE = {
  cache_creation_input_tokens: undefined,
  cache_read_input_tokens: undefined,
  cache_creation: undefined,
  service_tier: undefined,
  inference_geo: undefined,
};
const USAGES = {
  full: {},
  plain: NO_CACHE,
  zeros: { ...NO_CACHE, input_tokens: 0, output_tokens: 0 },
} satisfies Record<string, AnswerPlan['usage']>;

const CARRIERS = { bearer: ['authorization'], 'x-api-key': ['x-api-key'], none: [] } as const;

function checkKey(
  headers: IncomingHttpHeaders,
  auth: NonNullable<Compatible['auth']>,
  keys: readonly string[],
): Failure | undefined {
  const sent = ['authorization', 'x-api-key'].filter((name) => headers[name] !== undefined);
  const wanted = CARRIERS[auth].join();
  if (sent.join() !== wanted) {
    return failure(401, `auth: expected ${wanted || 'nothing'}, got ${sent.join() || 'nothing'}`);
  }
  if (auth === 'none') return undefined;
  const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  const key = auth === 'bearer' ? bearer : String(headers['x-api-key']);
  return keys.includes(key ?? '') ? undefined : failure(401, 'unauthorized');
}

/** The later versions pass, as `>=` on their dates does. */
function checkVersion(headers: IncomingHttpHeaders): Failure | undefined {
  if (String(headers['anthropic-version'] ?? '') >= '2023-06-01') return undefined;
  return failure(400, 'anthropic-version must be 2023-06-01 or later');
}

const openAiList = (models: readonly ModelSpec[]) => ({
  object: 'list',
  data: models.map(({ id, created }) => ({
    id,
    object: 'model',
    created: Date.parse(created) / 1000,
    owned_by: 'library',
  })),
});

/** What a compatible server does; `keys` are the only good ones. */
export function compatibleService(
  { auth = 'bearer', lists = 'openai', usage = 'plain', ...has }: Compatible,
  keys: readonly string[],
): Service {
  return {
    base: has.base ?? '',
    isAnthropic: false,
    counts: has.counts ?? false,
    documents: has.documents ?? false,
    list: { models: 'pages' as const, openai: openAiList, missing: null }[lists],
    usage: USAGES[usage],
    checkHeaders: (headers) => checkKey(headers, auth, keys) ?? checkVersion(headers),
    isOpenTo: () => has.cors ?? false,
  };
}

/** A model that nobody else has heard of. */
export function modelNamed(id: string): ModelSpec {
  return {
    id,
    name: id,
    line: 'haiku',
    created: '2026-06-01T00:00:00Z',
    maxInput: 128_000,
    maxOutput: 32_000,
    thinking: ['disabled', 'enabled'],
    thinksByDefault: false,
    prefill: true,
    cacheMinimum: 4096,
    sees: { edge: 1568, tokens: 1568 },
  };
}
