import { describe, expect, test } from 'vitest';
import { anthropicEndpoint } from '../../../utils/core/endpoint';
import type { Model } from '../../../utils/core/model';
import type { Problem } from '../../../utils/core/problem';
import type { Run } from '../../../utils/core/runs/run';
import type { Choices } from '../../../utils/runs/choices';
import { firstPart, whatFits } from '../../../utils/runs/fitting';
import { followUpPlan } from '../../../utils/runs/follow-up-plan';
import { planOf, tooLarge } from '../../../utils/runs/plan';
import { failed, run, turn } from '../../gallery/data/runs';
import { choicesWith, sourceWith } from '../support';

const model = (id: string, maxInput: number): Model => ({
  id,
  name: `Model ${id}`,
  maxInput,
  maxOutput: 1000,
  thinking: [],
  efforts: [],
});
const small = model('small', 2000);

const choosing = (models: readonly Model[], chosen = small.id): Choices =>
  choicesWith({ endpoint: { ...anthropicEndpoint, model: chosen }, model: chosen, models });

const section = (name: string) => `## ${name}\n\n${'A sentence of some words. '.repeat(60)}`.trim();
const text = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight']
  .map(section)
  .join('\n\n');
const long = sourceWith({ text });
const tooLong: Problem = { kind: 'too-large', tokens: 3000, limit: 2000 };
const before = run(long, { state: { kind: 'failed', problem: tooLong } });
const only = choosing([small]);

/** A run that the service refused, with what it told. */
function refused(tokens: number | null, limit: number | null): Run {
  const problem: Problem = { kind: 'too-large', tokens, limit };
  return run(long, { turns: [turn({ kind: 'failed', problem }, { model: small.id })] });
}

describe('of a text that is too long for its model', () => {
  test('the first part is offered, up to a heading, and it fits with room for the answer', () => {
    const part = firstPart(before, only, 0);
    expect(part?.part.upTo).toMatch(/^(Two|Three|Four|Five|Six)$/);
    expect(text.startsWith(part?.text ?? '-')).toBe(true);
    expect(part?.part.share).toBeCloseTo((part?.text.length ?? 0) / text.length);
    const plan = planOf(before, part ?? long, only, 0);
    expect(plan.estimate.prompt.high).toBeLessThan(2000 * 0.8 + 1);
    expect(tooLarge(plan, only)).toBeNull();
  });

  test('a part of a part is a part of the whole', () => {
    const source = { ...long, part: { share: 0.5, upTo: 'Nine' } };
    const part = firstPart({ ...before, source }, only, 0);
    expect(part?.part.share).toBeCloseTo((0.5 * (part?.text.length ?? 0)) / text.length);
  });

  test('what was left out when it was captured counts', () => {
    const source = { ...long, cut: text.length };
    const part = firstPart({ ...before, source }, only, 0);
    expect(part).toMatchObject({ cut: 0 });
    expect(part?.part.share).toBeCloseTo((0.5 * (part?.text.length ?? 0)) / text.length);
  });

  test('the smallest model that reads all of it is offered', () => {
    const models = [model('huge', 900_000), small, model('less', 2500), model('right', 20_000)];
    expect(whatFits(before, choosing(models), 0).larger).toEqual({
      id: 'right',
      name: 'Model right',
    });
  });

  test('what the service has counted and allows counts more than our estimate and the list', () => {
    const usual = firstPart(refused(2100, 2000), only, 0)?.text.length ?? 0;
    const dense = firstPart(refused(20_000, 2000), only, 0)?.text.length ?? 0;
    const narrow = firstPart(refused(2100, 1000), only, 0)?.text.length ?? 0;
    expect(dense).toBeLessThan(usual / 2);
    expect(narrow).toBeLessThan(usual);
  });

  test.each<[string, Run, Choices]>([
    ['no limit is known', refused(null, null), choosing([], 'unheard-of')],
    ['there is no source', { ...before, source: null }, only],
    ['there is another problem', failed(long, { kind: 'offline' }, ''), only],
    ['not even the question fits', before, choosing([model('small', 100)])],
  ])('nothing is offered where %s', (_, of, choices) => {
    expect(whatFits(of, choices, 0)).toEqual({ alone: false, part: null, larger: null });
  });

  test('no part is offered once a model is chosen that reads all of it', () => {
    expect(whatFits(before, choosing([model('big', 900_000)], 'big'), 0).part).toBeNull();
  });
});

describe('of a run on a first part', () => {
  const part = firstPart(before, only, 0);
  if (!part) throw new Error('There is no part');
  const answered = turn({ kind: 'done' }, { text: 'It froze. '.repeat(10), model: small.id });

  test('a follow-up is about the same part, and fits', () => {
    const plan = followUpPlan(run(part, { turns: [answered] }), part, 'Why?', only, 0);
    const [page] = plan.request.messages[0].content;
    expect(page).toMatchObject({ source: { data: part.text } });
    expect(plan.request.messages.at(-1)?.content).toMatch(/^Why\?/);
    expect(tooLarge(plan, only)).toBeNull();
  });

  test('a follow-up that is too long goes on alone, or on a smaller part of the whole', () => {
    const asked = (question: string, text = answered.text) =>
      run(part, {
        turns: [
          { ...answered, text },
          turn({ kind: 'failed', problem: tooLong }, { question, model: small.id }),
        ],
      });
    expect(whatFits(asked('Why?', 'An answer. '.repeat(400)), only, 0).alone).toBe(true);
    const fits = whatFits(asked('Why is that so? '.repeat(120)), only, 0);
    expect(fits.alone).toBe(false);
    expect(fits.part?.share).toBeGreaterThan(0);
    expect(fits.part?.share).toBeLessThan(part.part.share);
  });
});

describe('of a follow-up that is too long with all that was said', () => {
  const answer = 'An answer of some words. '.repeat(300);
  const said = turn({ kind: 'done' }, { id: '1', text: answer, model: small.id });
  const talk = (text: string, question: string) =>
    run(sourceWith({ text }), {
      turns: [
        said,
        turn({ kind: 'failed', problem: tooLong }, { id: '2', question, model: small.id }),
      ],
    });
  const short = section('One');

  test('the question alone is offered, where it fits without the rest', () => {
    expect(whatFits(talk(short, 'Why?'), only, 0)).toEqual({
      alone: true,
      part: null,
      larger: null,
    });
  });

  test('a larger model is offered that reads the text and all that was said', () => {
    const models = [small, model('tight', 2100), model('right', 20_000), model('huge', 900_000)];
    expect(whatFits(talk(short, 'Why?'), choosing(models), 0).larger?.id).toBe('right');
  });

  test('the first part of the text is offered, where not even the question alone fits', () => {
    const fits = whatFits(talk(text, 'Why?'), only, 0);
    expect(fits.alone).toBe(false);
    expect(fits.part?.share).toBeGreaterThan(0.1);
  });

  test('nothing is, where it is the question that is too long', () => {
    expect(whatFits(talk(short, 'Why? '.repeat(5000)), only, 0)).toEqual({
      alone: false,
      part: null,
      larger: null,
    });
  });
});
