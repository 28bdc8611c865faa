import * as v from 'valibot';
import type { BrowserSummarizer } from './device';

/** As far as we use it: https://developer.chrome.com/docs/ai/summarizer-api */
interface SummarizerApi {
  availability(): Promise<string>;
  create(options: { signal: AbortSignal; type: string; format: string }): Promise<{
    summarize(text: string, options: { signal: AbortSignal }): Promise<string>;
    destroy(): void;
  }>;
}

const api = v.custom<SummarizerApi>(
  (value) => typeof value === 'function' && 'availability' in value && 'create' in value,
);

/** The browser's own model, where it is installed already: Gloss starts no download of gigabytes. */
export function browserSummarizer(scope: object = globalThis): BrowserSummarizer {
  return {
    async summarize(text, signal) {
      const found = v.safeParse(api, Reflect.get(scope, 'Summarizer'));
      if (!found.success || (await found.output.availability()) !== 'available') return null;
      const model = await found.output.create({ signal, type: 'key-points', format: 'markdown' });
      try {
        return await model.summarize(text, { signal });
      } finally {
        model.destroy();
      }
    },
  };
}
