import { describe, expect, test } from 'vitest';
import { instructionOf } from '../../../../utils/core/request-parts';
import { canBeAsked, withFollowUp } from '../../../../utils/core/runs/conversation';
import type { Run } from '../../../../utils/core/runs/run';
import type { Turn } from '../../../../utils/core/runs/turn';
import { run, source, turn } from '../../../gallery/data/runs';
import { requestWith } from '../../support';

const first = requestWith();
const [page] = first.messages[0].content;
const instruction = instructionOf(first);
const answered = (text: string, change: Partial<Turn> = {}) =>
  turn({ kind: 'done' }, { text, ...change });

const asked = (text: string) => `${text}\n\n(Answer in English unless I ask for another language.)`;

/** Who says what, the page aside. */
function conversation(turns: readonly Turn[], question = 'Why?') {
  const request = withFollowUp(first, turns, question, 'English', null);
  const [{ content }, ...later] = request.messages;
  expect(content[0]).toEqual(page);
  return [instructionOf(request), ...later.map(({ role, content: text }) => [role, text])];
}

describe('the request of a follow-up', () => {
  test.each([
    [null, 500, 1500],
    [128_000, 500, 1500],
    [1000, 500, 1000],
    [128_000, 4000, 4000],
  ])('has at most what its model answers with: %j, of %i', (most, max_tokens, expected) => {
    const request = withFollowUp({ ...first, max_tokens }, [], 'Why?', 'English', most);
    expect(request.max_tokens).toBe(expected);
  });

  test('begins as the first one did, and goes on with answers and questions in turn', () => {
    const turns = [answered('It froze.'), answered('A month.', { question: 'How long?' })];
    expect(conversation(turns)).toEqual([
      instruction,
      ['assistant', 'It froze.'],
      ['user', asked('How long?')],
      ['assistant', 'A month.'],
      ['user', asked('Why?')],
    ]);
  });

  test.each<[string, Turn]>([
    ['stopped', turn({ kind: 'stopped' }, { text: 'It fr' })],
    ['cut', turn({ kind: 'cut' }, { text: 'It fr' })],
    ['interrupted', turn({ kind: 'interrupted', cause: 'background' }, { text: 'It fr' })],
    ['failed', turn({ kind: 'failed', problem: { kind: 'overloaded' } }, { text: 'It fr' })],
  ])('has what is there of an answer that was %s', (_, earlier) => {
    expect(conversation([earlier])).toEqual([
      instruction,
      ['assistant', 'It fr'],
      ['user', asked('Why?')],
    ]);
  });

  const refused = turn(
    { kind: 'failed', problem: { kind: 'refused', category: 'bio' } },
    { text: 'I ' },
  );
  test.each<[string, Turn]>([
    ['without an answer', turn({ kind: 'failed', problem: { kind: 'offline' } })],
    ['of blanks', turn({ kind: 'stopped' }, { text: ' \n' })],
    ['that was refused', refused],
  ])('leaves out a turn %s with its question', (_, silent) => {
    const [whole, later] = [answered('It froze.'), { ...silent, question: 'How long?' }];
    expect(conversation([whole, later])).toEqual(conversation([whole]));
    expect(conversation([silent])).toEqual([asked('Why?')]);
    expect(conversation([silent, answered('A month.', { question: 'How long?' })])).toEqual([
      asked('How long?'),
      ['assistant', 'A month.'],
      ['user', asked('Why?')],
    ]);
  });

  test('is the same whenever it is built, and differs from the first in nothing but its conversation', () => {
    const turns = [answered('It froze.')];
    const request = withFollowUp(first, turns, 'Why?', 'English', null);
    expect(withFollowUp(first, turns, 'Why?', 'English', null)).toEqual(request);
    expect({ ...request, messages: null }).toEqual({ ...first, messages: null });
  });

  test('leaves room for an answer, however short the action’s own shall be', () => {
    const { max_tokens } = withFollowUp({ ...first, max_tokens: 300 }, [], 'Why?', 'English', null);
    expect(max_tokens).toBe(1500);
  });
});

describe('a follow-up can be asked', () => {
  const from = source('A text', 'Title');
  const ended = (change: Partial<Run> = {}) => run(from, { turns: [answered('Yes.')], ...change });

  test.each<[string, boolean, Run]>([
    ['of a run that has ended', true, ended()],
    ['after a problem of its last turn', true, ended({ turns: [turn({ kind: 'cut' })] })],
    ['not while it answers', false, ended({ turns: [turn({ kind: 'streaming' })] })],
    ['not while it is captured', false, ended({ state: { kind: 'capturing' }, turns: [] })],
    ['not where nothing was sent', false, ended({ turns: [] })],
    ['not without a source', false, ended({ source: null })],
    [
      'not of the device',
      false,
      ended({ turns: [answered('Yes.', { pricing: { kind: 'free' } })] }),
    ],
    [
      'not of a run that failed as a whole',
      false,
      ended({ state: { kind: 'failed', problem: { kind: 'storage-failing' } } }),
    ],
  ])('%s', (_, possible, subject) => expect(canBeAsked(subject)).toBe(possible));
});
