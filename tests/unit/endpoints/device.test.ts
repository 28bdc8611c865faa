import { describe, expect, test, vi } from 'vitest';
import { browserSummarizer } from '../../../utils/endpoints/browser-summarizer';
import { type BrowserSummarizer, device } from '../../../utils/endpoints/device';
import type { EndpointEvent } from '../../../utils/endpoints/endpoint';
import { requestWith, sourceWith } from '../support';

const { signal } = new AbortController();

/** A browser with a summarizer of its own, as a page sees it. */
function browserWith(change: object = {}) {
  const model = { summarize: vi.fn(async () => '* A point'), destroy: vi.fn() };
  const create = vi.fn(async () => model);
  const summarizer = Object.assign(() => undefined, {
    availability: async () => 'available',
    create,
    ...change,
  });
  return { scope: { Summarizer: summarizer }, model, create };
}

describe('the browser’s own summarizer', () => {
  test('is asked for key points, and let go afterwards', async () => {
    const { scope, model, create } = browserWith();
    expect(await browserSummarizer(scope).summarize('Text', signal)).toBe('* A point');
    expect(create).toHaveBeenCalledExactlyOnceWith({
      signal,
      type: 'key-points',
      format: 'markdown',
    });
    expect(model.summarize).toHaveBeenCalledExactlyOnceWith('Text', { signal });
    expect(model.destroy).toHaveBeenCalledOnce();
  });

  test.each(['unavailable', 'downloadable', 'downloading', 'later'])(
    'that is %s is left alone: nothing is downloaded',
    async (availability) => {
      const { scope, create } = browserWith({ availability: async () => availability });
      expect(await browserSummarizer(scope).summarize('Text', signal)).toBeNull();
      expect(create).not.toHaveBeenCalled();
    },
  );

  test.each([
    ['nothing', {}],
    ['no function', { Summarizer: {} }],
    ['a function of another kind', { Summarizer: () => undefined }],
    ['null', { Summarizer: null }],
  ])('that is %s is none', async (_, scope) =>
    expect(await browserSummarizer(scope).summarize('Text', signal)).toBeNull(),
  );

  test('is let go when it fails', async () => {
    const { scope, model } = browserWith();
    model.summarize.mockRejectedValue(new Error('too long'));
    await expect(browserSummarizer(scope).summarize('Text', signal)).rejects.toThrow('too long');
    expect(model.destroy).toHaveBeenCalledOnce();
  });
});

describe('the device', () => {
  const source = sourceWith();

  async function answer(summarize: BrowserSummarizer['summarize'], from = source) {
    const outgoing = { request: requestWith(), source: from, key: null, signal, heard() {} };
    const events: EndpointEvent[] = [];
    for await (const event of device({ summarize }).stream(outgoing)) events.push(event);
    const text = events.map((event) => (event.kind === 'text' ? event.text : '')).join('');
    return { kinds: events.map(({ kind }) => kind), first: events[0], text };
  }

  test('answers with what the browser’s model wrote, and names it', async () => {
    const { kinds, first, text } = await answer(async () => '* A point');
    expect(kinds).toEqual(['started', 'text', 'finished']);
    expect(first).toMatchObject({ model: 'browser-summarizer', usage: null });
    expect(text).toBe('* A point');
  });

  test.each<[string, BrowserSummarizer['summarize']]>([
    ['is none', async () => null],
    ['fails', () => Promise.reject(new Error('no memory'))],
  ])('picks the text’s key sentences where there %s', async (_, summarize) => {
    const { kinds, first, text } = await answer(summarize);
    expect(kinds).toEqual(['started', 'text', 'finished']);
    expect(first).toMatchObject({ model: 'key-sentences', usage: null });
    for (const line of text.split('\n')) {
      expect(line.startsWith('- ')).toBe(true);
      expect(source.text).toContain(line.slice(2));
    }
  });

  test('is heard of while the browser’s model writes, and no longer', async () => {
    vi.useFakeTimers();
    try {
      const heard = vi.fn();
      let write: (text: string) => void = () => {};
      const summarize = () =>
        new Promise<string>((resolve) => {
          write = resolve;
        });
      const outgoing = { request: requestWith(), source, key: null, signal, heard };
      const events = device({ summarize }).stream(outgoing)[Symbol.asyncIterator]();
      const first = events.next();
      await vi.advanceTimersByTimeAsync(55_000);
      expect(heard).toHaveBeenCalledTimes(5);
      write('* A point');
      expect(await first).toMatchObject({ value: { model: 'browser-summarizer' } });
      await vi.advanceTimersByTimeAsync(60_000);
      expect(heard).toHaveBeenCalledTimes(5);
    } finally {
      vi.useRealTimers();
    }
  });

  test('falls silent when the browser’s model fails', async () => {
    vi.useFakeTimers();
    try {
      await answer(() => Promise.reject(new Error('no memory')));
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test('shows a sentence with gaps in it as one line', async () => {
    const from = sourceWith({ text: 'The harbour   froze in\tJanuary.' });
    expect((await answer(async () => null, from)).text).toBe('- The harbour froze in January.');
  });

  test('has no models to choose from', async () => {
    const { listModels } = device({ summarize: async () => null });
    expect(await listModels(null, signal)).toBeNull();
  });
});
