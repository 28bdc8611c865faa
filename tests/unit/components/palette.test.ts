import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choicesFor } from '../../../components/palette/choices';
import { type Recall, step } from '../../../components/palette/recall';
import { builtIns } from '../../../utils/core/actions/action';

const all = Object.values(builtIns);
const names: Readonly<Record<string, string>> = { 'explain-simply': 'Explain simply' };
const offer = (typed: string, actions = all) =>
  choicesFor(actions, typed, ({ id }) => [names[id] ?? id.replace('-', ' ')]);
const ids = (typed: string) => offer(typed).map(({ action }) => action.id);

describe('the box offers', () => {
  test('all actions but the question while nothing is typed', () => {
    expect(ids('')).toEqual(Object.keys(builtIns).filter((id) => id !== 'ask'));
    expect(ids('  ')).toEqual(ids(''));
  });

  test.each([
    ['key', ['key-points', 'ask']],
    ['simply', ['explain-simply', 'ask']],
    ['explain', ['explain', 'explain-simply', 'ask']],
    ['smz', ['summarize', 'ask']],
    ['Why?', ['ask']],
    ['why does it', ['ask']],
    ['Is it t', ['ask']],
    ['e s', ['ask', 'key-points', 'explain-simply', 'describe-image']],
    ['これは何ですか', ['ask']],
  ])('for %j: %j', (typed, expected) => expect(ids(typed)).toEqual(expected));

  test('the question just as it was typed, without the spaces around it', () => {
    const [first] = offer('  Why {language} and $&? ');
    expect(first).toEqual({ action: builtIns.ask, question: 'Why {language} and $&?' });
  });

  test('a question of a million characters in no time', () => {
    expect(offer('w'.repeat(1e6)).map(({ question }) => question.length)).toEqual([1e6]);
  });

  test('no question where none can be asked', () => {
    expect(offer('Why?', [builtIns.summarize])).toEqual([]);
  });

  test('always something for any signs, and each action once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const found = ids(typed);
        expect(found.length).toBeGreaterThan(0);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});

describe('the last questions', () => {
  const recall: Recall = { questions: ['new', 'old'], at: -1, draft: 'half a' };

  test('come back one by one, the newest first, and end at the oldest', () => {
    const newest = step(recall, 1);
    expect(newest?.text).toBe('new');
    const oldest = newest?.recall && step(newest.recall, 1);
    expect(oldest?.text).toBe('old');
    expect(oldest?.recall && step(oldest.recall, 1)).toBeNull();
  });

  test('lead back to what was half typed', () => {
    const newest = step(recall, 1);
    expect(newest?.recall && step(newest.recall, -1)).toEqual({ recall: null, text: 'half a' });
  });

  test('are none where nothing was asked', () => {
    expect(step({ ...recall, questions: [] }, 1)).toBeNull();
  });
});
