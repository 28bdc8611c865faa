// @vitest-environment node
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { anthropicEndpoint } from '../../../utils/core/endpoint';
import { estimateOf } from '../../../utils/core/estimate/estimate';
import { buildRequest } from '../../../utils/core/prompt';
import { isCited } from '../../../utils/core/request-parts';
import { unshieldedRun } from '../../../utils/core/runs/shield-run';
import {
  type Citation,
  numbered,
  pagesIn,
  withFootnotes,
  withMarks,
  withPassages,
} from '../../../utils/core/source/citation';
import { anthropic } from '../../../utils/endpoints/anthropic';
import { parseCitation } from '../../../utils/endpoints/anthropic-wire';
import type { EndpointEvent } from '../../../utils/endpoints/endpoint';
import { createFeeds } from '../../../utils/runs/feeds';
import { createLiveRun } from '../../../utils/runs/live-run';
import { fromRecord, toRecord } from '../../../utils/store/run-record';
import { memoryJournal } from '../../../utils/store/runs';
import { run, source, turn } from '../../gallery/data/runs';
import { type StandIn, startStandIn } from '../../stand-in/stand-in';
import { addressee, fetchFrom, instructionFor, sourceWith, unstopped } from '../support';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.close());

const cited = (text: string, at: number): Citation => ({ text, at, pages: null });
const plain = sourceWith();
const requestFor = (id: Parameters<typeof instructionFor>[0], sources = true) =>
  buildRequest(instructionFor(id, { sources }, 'Why?'), plain, addressee);

async function collect(send: typeof fetch): Promise<readonly EndpointEvent[]> {
  const request = requestFor('summarize');
  const outgoing = {
    request,
    source: plain,
    key: 'sk-ant-demo-1234',
    signal: unstopped,
    heard: () => {},
  };
  const events: EndpointEvent[] = [];
  for await (const event of anthropic(anthropicEndpoint, send).stream(outgoing)) events.push(event);
  return events;
}

/** What a turn holds after the events. */
function answerOf(events: readonly EndpointEvent[]) {
  let text = '';
  let citations: readonly Citation[] = [];
  for (const event of events) {
    if (event.kind === 'text') text += event.text;
    if (event.kind === 'cited') citations = withPassages(citations, event.passages, text);
  }
  return { text, citations };
}

describe('sources are asked for', () => {
  test.each(['summarize', 'key-points', 'ask'] as const)('by %s', (id) => {
    expect(requestFor(id).messages[0].content[0]).toMatchObject({ citations: { enabled: true } });
    expect(isCited(requestFor(id, false))).toBe(false);
  });

  test('by no other action, of no image, and of nobody who may not know documents', () => {
    expect(isCited(requestFor('explain'))).toBe(false);
    const media = { kind: 'image', type: 'image/png', file: 'f', width: 1, height: 1 } as const;
    const asked = instructionFor('ask', { sources: true }, 'Why?');
    const image = sourceWith({ kind: 'image', text: '', media });
    expect(isCited(buildRequest(asked, image, addressee))).toBe(false);
    expect(isCited(buildRequest(asked, plain, { ...addressee, documents: false }))).toBe(false);
  });

  test.each(['summarize', 'ask'] as const)('at a price that is told before: %s', (id) => {
    const at = Date.UTC(2026, 10, 26);
    const estimate = estimateOf(requestFor(id), anthropicEndpoint, at);
    const without = estimateOf(requestFor(id, false), anthropicEndpoint, at);
    expect(without.sources).toBeUndefined();
    expect(estimate.prompt.low - without.prompt.low).toBe(estimate.sources?.low);
    expect(estimate.prompt.high - without.prompt.high).toBe(estimate.sources?.high);
    const more = (end: 'low' | 'high') => (estimate.cost?.[end] ?? 0) - (without.cost?.[end] ?? 0);
    expect(estimate.sourcesCost).toEqual({ low: more('low'), high: more('high') });
  });
});

describe('the endpoint', () => {
  test('tells what a recorded answer rests on, after its text', async () => {
    const stream = readFileSync('tests/unit/data/citations.sse');
    const headers = { 'content-type': 'text/event-stream; charset=utf-8' };
    const { text, citations } = answerOf(
      await collect(async () => new Response(stream, { headers })),
    );
    expect(text).toBe('The Ruby programming language was created by Yukihiro Matsumoto in 1993.');
    expect(citations).toEqual([cited(`${text} `, text.length)]);
  });

  test('tells of each block what it rests on, word for word', async () => {
    const events = await collect(fetchFrom(standIn));
    const { text, citations } = answerOf(events);
    expect(citations.map((each) => each.text)).toEqual([
      'The harbour froze in January. ',
      'Ships waited for a month. ',
      'Nobody had planned for that.',
    ]);
    expect(citations.every(({ at }) => /[.\p{L}]$/u.test(text.slice(0, at)))).toBe(true);
    expect(text).toBe(standIn.answerFor(requestFor('summarize')).text);
  });

  test.each([
    [
      { type: 'char_location', cited_text: 'a', start_char_index: 0 },
      { text: 'a', pages: null },
    ],
    [
      { type: 'page_location', cited_text: 'a', start_page_number: 2, end_page_number: 4 },
      { text: 'a', pages: { from: 2, to: 3 } },
    ],
    [{ type: 'page_location', cited_text: 'a', start_page_number: 0, end_page_number: 1 }, null],
    [{ type: 'search_result_location', cited_text: 'a' }, null],
    [{ type: 'char_location', cited_text: 5 }, null],
    [undefined, null],
  ])('understands the citation %j', (raw, passage) => {
    expect(parseCitation(raw)).toEqual(passage);
  });
});

describe('marks', () => {
  const mark = (number: number) => `⟦${number}⟧`;

  test.each([
    ['at the end of a sentence', 'One. Two.', [cited('a', 4), cited('b', 9)], 'One.⟦1⟧ Two.⟦2⟧'],
    [
      'of the same passage under one number',
      'One. Two.',
      [cited('a', 4), cited('a', 9)],
      'One.⟦1⟧ Two.⟦1⟧',
    ],
    ['side by side', 'One.', [cited('a', 4), cited('b', 4)], 'One.⟦1⟧⟦2⟧'],
    ['once where the same is told twice', 'One.', [cited('a', 4), cited('a', 4)], 'One.⟦1⟧'],
    ['before the end of a line', '- One\n- Two', [cited('a', 6)], '- One⟦1⟧\n- Two'],
    ['inside the row of a table', '| a | b |\n', [cited('a', 10)], '| a | b⟦1⟧ |\n'],
    ['below a fence', '```\na\n```\n', [cited('a', 10)], '```\na\n```\n⟦1⟧\n'],
    ['beyond the end of a text that is still held back', 'On', [cited('a', 9)], 'On⟦1⟧'],
  ])('stand %s', (_, answer, citations, marked) => {
    expect(withMarks(answer, citations, mark)).toBe(marked);
  });

  test('change nothing else', () => {
    const some = fc.array(fc.tuple(fc.string({ maxLength: 2 }), fc.nat(40)));
    fc.assert(
      fc.property(fc.string(), some, (answer, places) => {
        const citations = places.map(([text, at]) => cited(text, at));
        fc.pre(!/[⟦⟧]|`{3}|~{3}/.test(answer));
        const marked = withMarks(answer, citations, mark);
        expect(marked.replace(/⟦\d+⟧/g, '')).toBe(answer);
        expect(numbered(citations).map(({ number }) => number)).toEqual(
          [...new Set(citations.map(({ text }) => text))].map((_, index) => index + 1),
        );
      }),
    );
  });

  test('become footnotes in Markdown', () => {
    const page = { ...cited('On\n paper. ', 4), pages: { from: 2, to: 2 } };
    expect(withFootnotes('One.', [page])).toBe('One.[^1]\n\n[^1]: On paper. — p. 2\n');
    expect(withFootnotes('One.', [page], 3)).toBe('One.[^4]\n\n[^4]: On paper. — p. 2\n');
    expect(withFootnotes('One.')).toBe('One.');
  });
});

describe('a run with sources', () => {
  const found = [
    { kind: 'email', placeholder: '[EMAIL_1]', original: 'ada.l@example.org' },
  ] as const;
  const answer = { text: 'By [EMAIL_1]. So.', citations: [cited('To [EMAIL_1].', 13)] };
  const told = run(source('a', 'b'), { found, turns: [turn({ kind: 'done' }, answer)] });

  test('shows the originals, and the marks among them', () => {
    const [shown] = unshieldedRun(told).turns;
    expect(shown?.citations?.[0]?.text).toBe('To ada.l@example.org.');
    expect(shown?.text.slice(0, shown.citations?.[0]?.at)).toBe('By ada.l@example.org.');
  });

  test('is stored with them', () => {
    const stored = JSON.parse(JSON.stringify(toRecord(told)));
    expect(fromRecord(stored, 'a')?.turns[0]?.citations).toEqual(answer.citations);
  });
});

test('what is cited is kept as text is: soon, and not with a write for each', async () => {
  vi.useFakeTimers();
  const journal = memoryJournal();
  const put = vi.spyOn(journal, 'put');
  const live = createLiveRun(
    run(source('a', 'b'), { turns: [turn({ kind: 'streaming' })] }),
    journal,
    createFeeds(() => 0),
    1,
  );
  for (let times = 0; times < 50; times += 1)
    live.emit({ kind: 'cited', passages: [{ text: 'a', pages: null }] });
  expect(put).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1000);
  vi.useRealTimers();
  expect(put).toHaveBeenCalledTimes(1);
  expect((await journal.get('run'))?.turns[0]?.citations).toHaveLength(50);
});

test('pages are told as the file counts them, where only some of it were sent', () => {
  const media = { kind: 'pdf', file: 'f', pages: 90, from: 11, to: 20 } as const;
  const pages = { from: 1, to: 2 };
  expect(pagesIn({ media }, { text: '', pages })).toEqual({ from: 11, to: 12 });
  expect(pagesIn({ media: null }, { text: '', pages: null })).toBeNull();
});
