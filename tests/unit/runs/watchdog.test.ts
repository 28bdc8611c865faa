import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchdog } from '../../../utils/runs/watchdog';

const patience = { headers: 30_000, silence: 60_000, whole: 600_000 };

/** ms that the computer has slept: its clock went on, and no timer was run. */
let slept = 0;
const ticks = () => performance.now() + slept;

beforeEach(() => {
  slept = 0;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

function watching() {
  const barks: string[] = [];
  return { barks, ...watchdog(patience, ticks, (reason) => barks.push(reason)) };
}

test('it barks once when nothing comes, sooner before the first byte than after it', () => {
  const first = watching();
  vi.advanceTimersByTime(29_999);
  expect(first.barks).toEqual([]);
  vi.advanceTimersByTime(1_000_000);
  expect(first.barks).toEqual(['silence']);

  const second = watching();
  second.heard();
  vi.advanceTimersByTime(59_999);
  expect(second.barks).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(second.barks).toEqual(['silence']);
});

test('it barks when the whole takes too long although something comes all the time', () => {
  const { barks, heard } = watching();
  for (let at = 0; at < 599_000; at += 1_000) {
    heard();
    vi.advanceTimersByTime(1_000);
  }
  expect(barks).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(barks).toEqual(['time']);
});

test('it says nothing any more once it is over', () => {
  const { barks, end } = watching();
  end();
  vi.advanceTimersByTime(1_000_000);
  expect(barks).toEqual([]);
});

test('after a sleep it lets in first what has arrived meanwhile, and barks when that is nothing', () => {
  const { barks, heard } = watching();
  heard();
  vi.advanceTimersByTime(50_000);
  slept = 8 * 3_600_000;
  vi.advanceTimersByTime(10_000);
  expect(barks).toEqual([]);
  vi.advanceTimersByTime(9_000);
  heard();
  vi.advanceTimersByTime(59_999);
  expect(barks).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(barks).toEqual(['silence']);

  const silent = watching();
  vi.advanceTimersByTime(20_000);
  slept += 70_000;
  vi.advanceTimersByTime(19_999);
  expect(silent.barks).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(silent.barks).toEqual(['silence']);
});
