import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partsOf } from '../../../../utils/core/glass/glass';
import { bodyOf, mouldOf } from '../../../../utils/core/glass/glass-body';
import { buildRequest, type Request } from '../../../../utils/core/prompt';
import { instructionOf, withData, withPage } from '../../../../utils/core/request-parts';
import { withFollowUp } from '../../../../utils/core/runs/conversation';
import type { Source } from '../../../../utils/core/source/source';
import { turn } from '../../../gallery/data/runs';
import { addressee, instructionFor, sourceWith } from '../../support';

const image = { kind: 'image', type: 'image/png', file: 'f', width: 9, height: 9 } as const;
const pdf = { kind: 'pdf', file: 'f', pages: 3, from: 1, to: 3 } as const;

/** Any text, above all such that JSON writes otherwise than it is. */
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom('"', '\\', '\n', '\0', '🙂', '\u202E', '\u2028', '\uD800', '"}],"', 'a', ' '),
    )
    .map((signs) => signs.join('')),
);

const sources: fc.Arbitrary<Source> = fc
  .record({ text: texts, title: texts, media: fc.constantFrom(null, image, pdf) })
  .map(({ text, title, media }) => sourceWith({ text: media ? '' : text, title, media }));

interface Sample {
  readonly request: Request;
  readonly source: Source;
  readonly answers: readonly string[];
}

/** Requests of all shapes that Gloss sends: with documents or quoted, cached, with sources, with follow-ups. */
const samples: fc.Arbitrary<Sample> = fc
  .record({
    source: sources,
    documents: fc.boolean(),
    cached: fc.boolean(),
    cited: fc.boolean(),
    question: texts,
    asked: fc.array(fc.record({ question: texts, text: texts }), { maxLength: 3 }),
  })
  .map(({ source, documents, cached, cited, question, asked }) => {
    const instruction = instructionFor('ask', { sources: cited }, question);
    const plain = buildRequest(instruction, source, { ...addressee, documents });
    const first = source.media ? withData(plain, 'QUJD') : plain;
    const marked = cached
      ? withPage(first, (page) => ({ ...page, cache_control: { type: 'ephemeral' } }))
      : first;
    const turns = asked.map((each) => turn({ kind: 'done' }, each));
    const request =
      turns.length === 0 ? marked : withFollowUp(marked, turns, question, 'English', null);
    return { request, source, answers: turns.map(({ text }) => text) };
  });

describe('the labelled parts of a body', () => {
  test('joined are the body, whatever is in it', () => {
    fc.assert(
      fc.property(samples, ({ request }) => {
        const body = JSON.stringify(request);
        expect(
          partsOf(body)
            .map(({ json }) => json)
            .join(''),
        ).toBe(body);
      }),
    );
  });

  test('have each text under its own label, just as it is', () => {
    fc.assert(
      fc.property(samples, ({ request }) => {
        const parts = partsOf(JSON.stringify(request));
        const textsOf = (wanted: string) =>
          parts.filter(({ label }) => label === wanted).map(({ text }) => text);
        const [first, ...later] = request.messages;
        const [page] = first.content;
        expect(textsOf('rules')).toEqual([request.system]);
        expect(textsOf('instruction')).toEqual([instructionOf(request)]);
        expect(textsOf('conversation')).toEqual(later.map(({ content }) => content));
        if (page.type === 'text') expect(textsOf('text')).toEqual([page.text]);
        else if (page.source.type === 'base64') expect(textsOf('file')).toEqual(['QUJD']);
        else expect(textsOf('text')[0]).toBe(page.source.data);
        expect(parts.filter(({ label, text }) => label === 'settings' && text !== null)).toEqual(
          [],
        );
      }),
    );
  });

  test.each(['', 'no JSON', '{"a": 1}', '{"a":1'])(
    'of what Gloss did not write are one: %s',
    (body) => {
      expect(partsOf(body)).toEqual([{ label: 'form', json: body, text: null }]);
    },
  );

  test('name model and limits as settings, and what holds all together as form', () => {
    const body = JSON.stringify(buildRequest(instructionFor('explain'), sourceWith(), addressee));
    expect(partsOf(body).map(({ label }) => label)).toEqual([
      'form',
      'settings',
      'form',
      'rules',
      'form',
      'text',
      'form',
      'text',
      'form',
      'instruction',
      'form',
      'settings',
      'form',
    ]);
  });
});

describe('the mould of a body', () => {
  test('filled again is the body, byte for byte', () => {
    fc.assert(
      fc.property(samples, ({ request, source, answers }) => {
        const body = JSON.stringify(request);
        const filling = { text: source.text, file: source.media && 'QUJD', answers };
        expect(bodyOf(mouldOf(body, filling), filling)).toBe(body);
      }),
    );
  });

  test.each([true, false])(
    'does not hold the text, the file or earlier answers (documents: %s)',
    (documents) => {
      const text = 'The harbour froze in "January".\n'.repeat(50);
      const source = sourceWith({ text });
      const first = buildRequest(instructionFor('summarize'), source, { ...addressee, documents });
      const answer = 'It froze.\n'.repeat(50);
      const turns = [turn({ kind: 'done' }, { text: answer })];
      const body = JSON.stringify(withFollowUp(first, turns, 'Why?', 'English', null));
      const mould = mouldOf(body, { text, file: null, answers: [answer] });
      expect(JSON.stringify(mould).length).toBeLessThan(1500);
      expect(mould).toContainEqual({ kind: 'answer', turn: 0 });
      expect(mould).toContainEqual({ kind: documents ? 'text' : 'quoted' });
    },
  );

  test('cannot be filled without its file, or with fewer answers', () => {
    const filling = { text: '', file: null, answers: [] };
    expect(bodyOf(['{', { kind: 'file' }, '}'], filling)).toBeNull();
    expect(bodyOf(['{', { kind: 'answer', turn: 0 }, '}'], filling)).toBeNull();
  });
});
