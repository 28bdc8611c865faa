import { describe, expect, test } from 'vitest';
import { nextSaying } from '../../components/announce';

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
