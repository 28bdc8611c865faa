import { keySentences } from '../core/source/key-sentences';
import type { Endpoint } from './endpoint';

/** The browser's own Summarizer: https://developer.chrome.com/docs/ai/summarizer-api */
export interface BrowserSummarizer {
  /** The summary of a text as the browser's model writes it; null when it has no model at hand. */
  summarize(text: string, signal: AbortSignal): Promise<string | null>;
}

/** Answers on the device: by the browser's own model where there is one at hand, else with the text's key sentences. */
export function device(browserSummarizer: BrowserSummarizer): Endpoint {
  return {
    async *stream({ source, signal, heard }) {
      // Its model writes in silence, and is no dead line.
      const beat = setInterval(heard, 10_000);
      const written = await browserSummarizer
        .summarize(source.text, signal)
        .catch(() => null)
        .finally(() => clearInterval(beat));
      const model = written === null ? 'key-sentences' : 'browser-summarizer';
      yield { kind: 'started', usage: null, model, requestId: null };
      yield { kind: 'text', text: written ?? pickedFrom(source.text, source.language) };
      yield { kind: 'finished', outcome: { kind: 'done' } };
    },
    async listModels() {
      return null;
    },
  };
}

/** As a list, so that nobody takes it for prose. */
function pickedFrom(text: string, language: string | null): string {
  const picked = keySentences(text, language);
  // A text of signs alone has no sentences.
  return (picked.length > 0 ? picked : [text.slice(0, 400)])
    .map((sentence) => `- ${sentence.replaceAll(/\s+/g, ' ')}`)
    .join('\n');
}
