// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BudgetBars } from '../../../components/budget/BudgetBars';
import en from '../../../public/_locales/en/messages.json';
import { nanoPerDollar } from '../../../utils/core/money/money';
import { speak } from '../../../utils/i18n';
import type { BudgetState } from '../../../utils/runs/budget';

beforeEach(() => speak('en-US', en));
afterEach(cleanup);

function stateWith(day: number, change: Partial<BudgetState> = {}): BudgetState {
  const spent = (dollars: number, unpriced = 0) => ({ atMost: dollars * nanoPerDollar, unpriced });
  return {
    limits: { day: 2 * nanoPerDollar, month: 5 * nanoPerDollar, run: null },
    spent: { day: spent(day), month: spent(day) },
    reserved: 0,
    ...change,
  };
}

const shown = (state: BudgetState, props: { adds?: number; beside?: boolean } = {}) =>
  render(<BudgetBars state={state} {...props} />).container.textContent;

describe('the bars of the budget', () => {
  test('show what is used of each limit', () =>
    expect(shown(stateWith(0.5))).toBe('Today$0.50 of $2.00This month$0.50 of $5.00'));

  test('say nothing beside a price that is far from any limit', () =>
    expect(shown(stateWith(0.5), { beside: true })).toBe(''));

  test.each([
    ['at four fifths', 1.6, 0, 'Today$1.60 of $2.00The limit is near.'],
    ['with what would be added', 1.5, 0.2, 'Today$1.50 of $2.00The limit is near.'],
    [
      'and when that would be too much',
      1.9,
      0.2,
      'Today$1.90 of $2.00This would be above the limit.',
    ],
  ])('speak %s', (_, day, adds, text) =>
    expect(shown(stateWith(day), { adds: adds * nanoPerDollar, beside: true })).toBe(text),
  );

  test('count what is on its way', () =>
    expect(shown(stateWith(1.5, { reserved: nanoPerDollar / 2 }), { beside: true })).toContain(
      '$2.00 of $2.00',
    ));

  test('of a limit of 0 say that nothing passes', () =>
    expect(shown(stateWith(0, { limits: { day: 0, month: null, run: null } }))).toBe(
      'Today$0.00 of $0.00This would be above the limit.',
    ));

  test('are none without limits, but for what has no price', () => {
    const limits = { day: null, month: null, run: null };
    expect(shown(stateWith(1, { limits }))).toBe('');
    const spent = { atMost: 0, unpriced: 3 };
    const unpriced = stateWith(0, { limits, spent: { day: spent, month: spent } });
    expect(shown(unpriced)).toBe('Answers of unknown price, not counted: 3');
  });
});
