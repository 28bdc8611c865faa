import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkpoint } from '../../../utils/runs/checkpoint';
import { memoryJournal } from '../../../utils/store/runs';
import { run, source } from '../../gallery/data/runs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A checkpoint with a journal that fails as often as is said first. */
function started(failures = 0) {
  const puts: number[] = [];
  const wrote: boolean[] = [];
  const journal = {
    ...memoryJournal(),
    async put() {
      puts.push(Date.now());
      if (puts.length <= failures) throw new Error('no room');
    },
  };
  const current = () => run(source('text', 'title'));
  return { puts, wrote, saved: checkpoint(journal, current, (succeeded) => wrote.push(succeeded)) };
}

test('2,000 characters are written at once, fewer only after a second', async () => {
  const { puts, saved } = started();
  saved.text(1_999);
  await vi.advanceTimersByTimeAsync(999);
  expect(puts).toHaveLength(0);
  saved.text(1);
  await vi.advanceTimersByTimeAsync(0);
  expect(puts).toHaveLength(1);
  saved.text(1);
  await vi.advanceTimersByTimeAsync(999);
  expect(puts).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(puts).toHaveLength(2);
});

test('what comes faster than it can be written is written once more, not once for each piece', async () => {
  const { puts, wrote, saved } = started();
  for (let piece = 0; piece < 1_000; piece += 1) saved.text(2_000);
  await saved.settled();
  expect([puts.length, wrote]).toEqual([1, [true]]);
  await saved.now();
  for (let piece = 0; piece < 1_000; piece += 1) saved.text(2_000);
  await saved.settled();
  expect(puts).toHaveLength(3);
});

test('what comes after such a write has begun is written a second later, as anything else', async () => {
  const { puts, saved } = started();
  for (let piece = 0; piece < 3; piece += 1) saved.text(2_000);
  saved.text(1);
  await vi.advanceTimersByTimeAsync(0);
  saved.text(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(puts).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(puts).toHaveLength(2);
});

test('what is still unwritten at the end is written then, and nothing twice', async () => {
  const { puts, wrote, saved } = started();
  saved.text(1);
  await saved.settled();
  expect(puts).toHaveLength(1);
  await saved.settled();
  await vi.advanceTimersByTimeAsync(10_000);
  expect([puts.length, wrote]).toEqual([1, [true]]);
});

test.each([
  ['is tried once more, and then it is there', 1, [false, true]],
  ['is tried once more, and no oftener', 2, [false, false]],
])('an end that could not be written %s', async (_, failures, told) => {
  const { wrote, saved } = started(failures);
  await saved.now().catch(() => undefined);
  await saved.settled();
  expect(wrote).toEqual(told);
});
