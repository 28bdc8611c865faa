// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Announcer } from '../../../components/run/Announcer';
import { nextSaying } from '../../../components/run/announce';
import en from '../../../public/_locales/en/messages.json';
import { defaultModel } from '../../../utils/core/model';
import type { Run } from '../../../utils/core/runs/run';
import { speak } from '../../../utils/i18n';
import { confirming, run, source, turn } from '../../gallery/data/runs';

describe('what a screen reader is told of a growing answer', () => {
  test('is whole sentences only', () => {
    const text = 'Trains return. Carriages are sc';
    expect(nextSaying(text, 0, false)).toEqual({ words: 'Trains return.', upTo: 14 });
  });

  test('goes on where it stopped', () => {
    const text = 'Trains return. Carriages are scarce. An';
    expect(nextSaying(text, 14, false)).toEqual({ words: 'Carriages are scarce.', upTo: 36 });
  });

  test('is nothing while no sentence has ended', () => {
    expect(nextSaying('Trains ret', 0, false)).toBeNull();
    expect(nextSaying('It costs 3.5 million', 0, false)).toBeNull();
  });

  test('is the rest as well once the answer has ended', () => {
    expect(nextSaying('Trains return', 0, true)?.words).toBe('Trains return');
    expect(nextSaying('Trains return', 13, true)).toBeNull();
  });

  test('has neither marks nor addresses', () => {
    const text = '## Lines\n- **Vienna** to [Paris](https://example.org/a_b)\n';
    expect(nextSaying(text, 0, false)?.words).toBe('Lines Vienna to Paris');
  });

  test('ends sentences in Arabic and Chinese too', () => {
    expect(nextSaying('هل تعود؟ نعم', 0, false)?.words).toBe('هل تعود؟');
    expect(nextSaying('列車が戻る。\n次', 0, false)?.words).toBe('列車が戻る。');
  });
});

describe('what a screen reader is told when Gloss asks before it sends', () => {
  const from = source('Text of the page', 'Title');
  const answered = turn({ kind: 'done' }, { text: 'It froze.' });
  const question = 'A long text. Send it? $0.0042–0.18 with Claude Haiku 5.5';
  const element = (told: Run) => <Announcer run={told} nameModel={() => defaultModel.name} />;
  const said = () => screen.getByRole('status').textContent;

  function hear(first: Run): (next: Run) => void {
    const { rerender } = render(element(first));
    return (next) => act(() => rerender(element(next)));
  }

  beforeEach(() => speak('en-US', en));
  afterEach(cleanup);

  test('is the question and the price, and once it is sent what is under way', () => {
    const tell = hear(run(null, { state: { kind: 'capturing' } }));
    expect(said()).toBe('Summarizing');
    tell(confirming(from));
    expect(said()).toBe(question);
    tell(run(from, { turns: [turn({ kind: 'queued' })] }));
    expect(said()).toBe('Summarizing');
  });

  test('is what came of it, where that fails at once', () => {
    const tell = hear(confirming(from));
    const offline = { kind: 'failed', problem: { kind: 'offline' } } as const;
    tell(run(from, { turns: [turn(offline)] }));
    expect(said()).toBe(en.problem_offline.message);
  });

  test('is why there is no answer to a follow-up, and once more to the next', () => {
    const tell = hear(run(from, { turns: [answered] }));
    const failed = (id: string, kind: 'offline' | 'overloaded') =>
      turn({ kind: 'failed', problem: { kind } }, { id, question: 'Why?' });
    tell(run(from, { turns: [answered, failed('2', 'offline')] }));
    expect(said()).toBe(en.problem_offline.message);
    tell(run(from, { turns: [answered, failed('2', 'offline'), failed('3', 'overloaded')] }));
    expect(said()).toBe('Anthropic is overloaded right now');
  });

  test('is that also where a view opens on it', () => {
    hear(confirming(from));
    expect(said()).toBe(question);
  });

  test('is another price when other pages are chosen', () => {
    const tell = hear(confirming(from));
    tell(confirming(from, { prompt: { low: 900, high: 1000 }, cost: { low: 0, high: 1_000_000 } }));
    expect(said()).toMatch(/^Send this\? .*0\.001 with Claude Haiku 5\.5$/);
  });

  test('is the same of a follow-up, and nothing once that is withdrawn', () => {
    const ended = run(from, { turns: [answered] });
    const tell = hear(ended);
    expect(said()).toBe('');
    const { state } = confirming(from);
    if (state.kind !== 'confirming') throw new Error('It waits');
    tell({ ...ended, state: { ...state, question: 'Why?' } });
    expect(said()).toBe(question);
    tell(ended);
    expect(said()).toBe('');
  });
});
