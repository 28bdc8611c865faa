import type { ComponentChild } from 'preact';
import { BudgetBars } from '../../components/budget/BudgetBars';
import { Compare } from '../../components/compare/Compare';
import { RunView } from '../../components/run/RunView';
import { anthropicEndpoint, deviceEndpoint } from '../../utils/core/endpoint';
import { compare } from '../../utils/core/estimate/compare';
import { estimateOf } from '../../utils/core/estimate/estimate';
import { type Model, modelOf } from '../../utils/core/model';
import { nanoPerDollar } from '../../utils/core/money/money';
import { priceOf } from '../../utils/core/money/prices';
import type { Receipt } from '../../utils/core/money/receipt';
import { buildRequest } from '../../utils/core/prompt';
import type { BudgetState } from '../../utils/runs/budget';
import { models } from './data/models';
import { receipt, run, source, turn } from './data/runs';
import type { Texts } from './data/texts';

type States = Readonly<Record<string, () => ComponentChild>>;
type Asks = Parameters<typeof RunView>[0]['asks'];

/** Of $2 a day and $5 a month. */
export function budgetWith(dollars: number): BudgetState {
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

/** The same text on each model: one that fits, one about as long as a dearer tier, and one too long for some. */
export function compareStates(texts: Texts): States {
  const now = Date.UTC(2026, 10, 26);
  const far = { ...anthropicEndpoint, id: 'own', name: 'A gateway with a rather long name' };
  const comparedAt = (text: string, endpoint: typeof far, model: Model) => {
    const page = source(text, texts.title, { kind: 'page' });
    const to = { model, language: 'English', documents: true };
    const estimate = estimateOf(buildRequest(run(page), page, to), endpoint, now);
    return { ...model, estimate, price: priceOf(model.id, now) };
  };
  const comparedWith = (text: string) =>
    compare([
      ...models.map((model) => comparedAt(text, anthropicEndpoint, model)),
      { ...comparedAt(text, deviceEndpoint, modelOf('device', [])), maxInput: Infinity },
      comparedAt(text, far, modelOf('a-model-with-a-long-id:70b-instruct-q4_K_M', [])),
    ]);
  const show = (shown: Parameters<typeof Compare>[0]['models']) => (
    <Compare
      models={shown}
      picked={{ endpointId: anthropicEndpoint.id, model: 'claude-haiku-5-5' }}
      onPick={() => undefined}
      onClose={() => undefined}
    />
  );
  const long = (length: number) =>
    texts.page.repeat(Math.ceil(length / texts.page.length)).slice(0, length);
  return {
    'compare-short': () => show(comparedWith(texts.page)),
    'compare-near-tier': () => show(comparedWith(long(340_000))),
    'compare-long': () => show(comparedWith(long(1_600_000))),
    'compare-alone': () => show(comparedWith(texts.page).slice(0, 1)),
    'compare-under-way': () => show(null),
    'compare-failed': () => show('failed'),
  };
}
