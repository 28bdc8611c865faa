import { createHash } from 'node:crypto';
import type { CountBody } from './body';
import type { ModelSpec } from './models';
import { segmentsOf } from './tokens';

/** How the tokens of one prompt divide; the four add up to the whole prompt. */
export interface PromptSplit {
  readonly input: number;
  readonly read: number;
  readonly written5m: number;
  readonly written1h: number;
}

/** The prompt cache: the first time a prefix is written, the next time it is read. It forgets nothing. */
export interface PromptCache {
  split(body: CountBody, model: ModelSpec): PromptSplit;
  clear(): void;
}

interface Boundary {
  readonly key: string;
  readonly tokens: number;
  readonly cache?: '5m' | '1h';
}

/** Changing model, effort or thinking invalidates, as it does there. */
function boundariesOf(body: CountBody, model: ModelSpec): Boundary[] {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([model.id, body.thinking, body.output_config]));
  let total = 0;
  return segmentsOf(body, model).map(({ tokens, identity, cache }) => {
    total += tokens;
    const key = hash.update(identity).update('\0').copy().digest('hex');
    return { key, tokens: total, ...(cache && { cache }) };
  });
}

export function makeCache(): PromptCache {
  const known = new Set<string>();
  return {
    clear: () => known.clear(),
    split(body, model) {
      const boundaries = boundariesOf(body, model);
      const total = boundaries.at(-1)?.tokens ?? 0;
      const asked = boundaries.filter(({ cache, tokens }) => cache && tokens >= model.cacheMinimum);
      const last = asked.at(-1);
      if (!last) return { input: total, read: 0, written5m: 0, written1h: 0 };
      const hit = boundaries.findLast(({ key, tokens }) => tokens <= last.tokens && known.has(key));
      const read = hit?.tokens ?? 0;
      for (const { key } of asked) known.add(key);
      const written = last.tokens - read;
      return {
        input: total - last.tokens,
        read,
        written5m: last.cache === '1h' ? 0 : written,
        written1h: last.cache === '1h' ? written : 0,
      };
    },
  };
}
