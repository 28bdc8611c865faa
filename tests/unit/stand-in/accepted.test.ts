// @vitest-environment node
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtInIds, builtIns, type Instruction } from '../../../utils/core/actions/action';
import { lengths } from '../../../utils/core/actions/controls';
import { effortNames } from '../../../utils/core/actions/effort';
import { actionOf, faultsOf } from '../../../utils/core/actions/own-action';
import { toBase64 } from '../../../utils/core/base64';
import { anthropicEndpoint } from '../../../utils/core/endpoint';
import type { Model } from '../../../utils/core/model';
import { buildRequest, type Request } from '../../../utils/core/prompt';
import { withData } from '../../../utils/core/request-parts';
import { withFollowUp } from '../../../utils/core/runs/conversation';
import { normalise } from '../../../utils/core/source/normalise';
import type { Media, Source } from '../../../utils/core/source/source';
import { anthropic } from '../../../utils/endpoints/anthropic';
import { cleanTitle } from '../../../utils/page/captured';
import { otherwiseCached } from '../../../utils/runs/cached';
import { ownAction } from '../../gallery/data/own-actions';
import { turn } from '../../gallery/data/runs';
import { madePdf } from '../../pages/pdfs';
import { parseJson } from '../../stand-in/check-body';
import { type StandIn, startStandIn } from '../../stand-in/stand-in';
import { png } from '../pictures';
import { sourceWith } from '../support';

let standIn: StandIn;
let models: readonly Model[];
const pdf = toBase64(await madePdf(3));

beforeAll(async () => {
  standIn = await startStandIn();
  const send: typeof fetch = (url, init) =>
    fetch(String(url).replace(anthropicEndpoint.baseUrl, standIn.origin), init);
  const { signal } = new AbortController();
  models = (await anthropic(anthropicEndpoint, send).listModels('sk-ant-demo', signal)) ?? [];
});
afterAll(() => standIn.close());

const odd = fc.constantFrom(
  '\ud83d',
  '\ude00',
  '\0',
  '\u0085',
  '\u200b',
  '"',
  '\\',
  '{{',
  '\n',
  ' ',
);
const said = fc
  .array(fc.oneof(odd, fc.string({ unit: 'binary' }), fc.lorem()), { maxLength: 8 })
  .map((parts) => parts.join(''));
const asked = said.filter((text) => text.trim() !== '');
const followUps = asked.map((question) => question.toWellFormed());
const captured = fc
  .oneof(said, fc.string({ unit: 'binary', minLength: 900, maxLength: 1200 }))
  .map((raw) => normalise(raw).text)
  .filter((text) => text.trim() !== '');
const titles = fc
  .oneof(said, fc.string({ unit: 'binary', minLength: 400, maxLength: 700 }))
  .map(cleanTitle);

const media: readonly (Media | null)[] = [
  null,
  { kind: 'image', type: 'image/png', file: 'f', width: 8, height: 8 },
  { kind: 'pdf', file: 'f', pages: 3, from: 1, to: 3 },
];
const sources: fc.Arbitrary<Source> = fc
  .record({
    text: captured,
    title: titles,
    around: fc.option(captured, { nil: undefined }),
    media: fc.constantFrom(...media),
  })
  .map(({ text, title, around, media }) =>
    sourceWith(media ? { kind: media.kind, text: '', title, media } : { text, title, around }),
  );

const builtInInstructions: fc.Arbitrary<Instruction> = fc.record({
  action: fc.constantFrom(...builtInIds.map((id) => builtIns[id])),
  controls: fc.record(
    {
      length: fc.constantFrom(...lengths),
      language: fc.constantFrom('de', 'same'),
      sources: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
  question: asked,
});
const ownInstructions: fc.Arbitrary<Instruction> = fc
  .record({
    prompt: fc.oneof(said, fc.constantFrom('{{ask:What?}}', '{{title}}', '{{url}} {{date}}')),
    effort: fc.constantFrom(...effortNames),
    length: fc.constantFrom(null, ...lengths),
    answer: asked,
  })
  .map(({ answer, ...own }) => ({ own: ownAction(own), answer }))
  .filter(({ own }) => faultsOf(own).length === 0)
  .map(({ own, answer }) => ({
    action: actionOf(own),
    controls: actionOf(own).defaults,
    question: '',
    given: { date: '2026-11-26', answers: [answer], address: true },
  }));

const requests = fc
  .record({
    instruction: fc.oneof(builtInInstructions, ownInstructions),
    source: sources,
    model: fc.nat(4),
    cached: fc.boolean(),
    earlier: fc.array(fc.record({ text: said, question: followUps }), { maxLength: 3 }),
    question: fc.option(followUps),
  })
  .map(({ instruction, source, model, cached, earlier, question }): Request => {
    const chosen = models[model] as Model;
    const first = buildRequest(instruction, source, {
      model: chosen,
      language: 'English',
      documents: true,
    });
    const whole = withData(first, source.media?.kind === 'image' ? png(8, 8) : pdf);
    const turns = earlier.map((each) => turn({ kind: 'done' }, each));
    const request = question
      ? withFollowUp(whole, turns, question, 'English', chosen.maxOutput)
      : whole;
    return cached ? otherwiseCached(request) : request;
  });

test('whatever is asked, about whatever and of whom, is a request that the API takes', () => {
  expect(models).toHaveLength(5);
  fc.assert(
    fc.property(requests, (request) => {
      const { ok } = parseJson(Buffer.from(JSON.stringify(request))) as { readonly ok?: unknown };
      expect(() => standIn.answerFor(ok)).not.toThrow();
    }),
    { numRuns: 400 },
  );
});
