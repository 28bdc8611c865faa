// @vitest-environment node
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { toBase64 } from '../../../utils/core/base64';
import { pdfTokens } from '../../../utils/core/pdf/limits';
import { madePdf } from '../../pages/pdfs';
import { ask, BODY } from '../../stand-in/ask';
import { modelNamed } from '../../stand-in/compatible';
import { MODELS } from '../../stand-in/models';
import { type StandIn, startStandIn } from '../../stand-in/stand-in';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({
    models: [...MODELS, { ...modelNamed('reads-much'), maxInput: 1_000_000 }],
  });
});
beforeEach(() => standIn.reset());
afterAll(() => standIn.close());

const documentOf = (data: string) => ({
  type: 'document',
  source: { type: 'base64', media_type: 'application/pdf', data },
});
const about = (data: string, model = BODY.model, documents = 1) => ({
  ...BODY,
  model,
  messages: [
    {
      role: 'user',
      content: [
        ...Array(documents).fill(documentOf(data)),
        { type: 'text', text: 'Summarize it.' },
      ],
    },
  ],
});

const count = { path: '/v1/messages/count_tokens' };

test.each([1, 7, 100])(
  '%i pages take tokens within what Gloss says that they take',
  async (pages) => {
    const { max_tokens: _, ...body } = about(toBase64(await madePdf(pages)));
    const counted = (await (await ask(standIn, body, count)).json()).input_tokens;
    const { low, high } = pdfTokens({ kind: 'pdf', file: '', pages, from: 1, to: pages });
    expect(counted).toBeGreaterThanOrEqual(low);
    expect(counted).toBeLessThanOrEqual(high);
  },
);

test.each([
  [
    'no PDF',
    async () => btoa('<!doctype html>'),
    /pdf.source.base64.data: The PDF specified was not valid/,
  ],
  [
    'an encrypted one',
    async () => toBase64(await madePdf(1, { locked: true })),
    /is password protected/,
  ],
  [
    'more pages than a large model takes',
    async () => toBase64(await madePdf(601)),
    /A maximum of 600 PDF pages/,
  ],
])('%s is refused', async (_, data, complaint) => {
  const answer = await ask(standIn, about(await data()));
  expect(answer.status).toBe(400);
  expect((await answer.json()).error.message).toMatch(complaint);
});

test('a model with a smaller context takes 100 pages', async () => {
  const answer = await ask(standIn, about(toBase64(await madePdf(101)), 'claude-haiku-4-5'));
  expect((await answer.json()).error.message).toMatch(/A maximum of 100 PDF pages/);
});

test('pages are counted over all documents of a request', async () => {
  const data = toBase64(await madePdf(51));
  const answer = await ask(standIn, about(data, 'claude-haiku-4-5', 2));
  expect((await answer.json()).error.message).toMatch(/A maximum of 100 PDF pages/);
});

test('how many pages a model takes is told by its context, whatever it is called', async () => {
  const answer = await ask(standIn, about(toBase64(await madePdf(101)), 'reads-much'));
  expect(answer.status).toBe(200);
});
