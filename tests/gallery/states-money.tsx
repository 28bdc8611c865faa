import type { ComponentChild } from 'preact';
import { BudgetBars } from '../../components/budget/BudgetBars';
import { RunView } from '../../components/RunView';
import type { BudgetState } from '../../utils/budget';
import { nanoPerDollar } from '../../utils/core/money';
import type { Receipt } from '../../utils/core/receipt';
import { receipt, run, source, turn } from './data/runs';
import type { Texts } from './data/texts';

type States = Readonly<Record<string, () => ComponentChild>>;
type Asks = Parameters<typeof RunView>[0]['asks'];

/** Of $2 a day and $5 a month. */
function budgetWith(dollars: number): BudgetState {
  const spent = { atMost: dollars * nanoPerDollar, unpriced: 2 };
  return {
    limits: { day: 2 * nanoPerDollar, month: 5 * nanoPerDollar, run: null },
    spent: { day: spent, month: { ...spent, atMost: 2 * spent.atMost } },
    reserved: 0,
  };
}

/** What was paid, where that is not simply what the service said. */
export function moneyStates(texts: Texts, asks: Asks): States {
  const paid = (change: Partial<Receipt>) => {
    const turns = [turn({ kind: 'done' }, { text: texts.answer, receipt: receipt(change) })];
    const shown = run(source(texts.page, texts.title), { turns });
    return <RunView run={shown} nameModel={(id) => id} asks={asks} />;
  };
  const waits = turn({ kind: 'queued', place: 3 }, { text: '' });
  const repeated = (at: number) => {
    const turns = [turn({ kind: 'done' }, { text: texts.answer, repeated: { at } })];
    const shown = run(source(texts.page, texts.title), { turns });
    return <RunView run={shown} nameModel={(id) => id} asks={asks} />;
  };
  return {
    'money-repeated': () => repeated(Date.now()),
    'money-repeated-older': () => repeated(Date.UTC(2026, 9, 3, 14, 2)),
    'money-in-line': () => (
      <RunView
        run={run(source(texts.page, texts.title), { turns: [waits] })}
        nameModel={(id) => id}
        asks={asks}
      />
    ),
    'money-budget': () => (
      <div class="view">
        <h1 class="visually-hidden">{texts.title}</h1>
        {[0.31, 1.63, 1.99].map((dollars) => (
          <BudgetBars key={dollars} state={budgetWith(dollars)} adds={20_000_000} />
        ))}
      </div>
    ),
    'money-more-open-receipt': () =>
      paid({
        doubt: { kind: 'more-output', raw: null },
        cost: { kind: 'unverified', claimed: 1_234_400, atMost: 1_900_400 },
      }),
    'money-negative-open-receipt': () =>
      paid({
        usage: null,
        final: false,
        doubt: { kind: 'negative', raw: '{"input_tokens":-1284,"output_tokens":212}' },
        cost: { kind: 'unverified', claimed: null, atMost: 878_400 },
      }),
  };
}
