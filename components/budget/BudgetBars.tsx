import { money } from '../../utils/core/format';
import { type Period, warnShare } from '../../utils/core/money/budget';
import type { NanoDollars } from '../../utils/core/money/money';
import { locale, t } from '../../utils/i18n';
import type { BudgetState } from '../../utils/runs/budget';
import './budget-bars.css';

interface Props {
  readonly state: BudgetState;
  /** The most that would be added now, in nano-dollars. */
  readonly adds?: NanoDollars;
  /** Beside a price: quiet while it is far from a limit, and above one of that alone. */
  readonly beside?: boolean;
}

const periods = ['day', 'month'] as const;

/** What of each limit is used, with what is on its way and what would be added. */
export function BudgetBars({ state, adds = 0, beside = false }: Props) {
  const uses = periods.flatMap((period) => useOf(state, period, adds));
  const worst = uses.some(({ level }) => level === 'over') ? 'over' : 'near';
  const shown = beside ? uses.filter(({ level }) => level === worst) : uses;
  const unpriced = state.spent.month.unpriced;
  if (shown.length === 0 && (beside || unpriced === 0)) return null;
  return (
    <div class="budget-bars">
      {shown.map((use) => (
        <Bar key={use.period} {...use} />
      ))}
      {!beside && unpriced > 0 && (
        <p class="card-text">{t('budgetUnpriced', { count: unpriced })}</p>
      )}
    </div>
  );
}

interface Use {
  readonly period: Period;
  readonly used: NanoDollars;
  readonly most: NanoDollars;
  readonly level: 'far' | 'near' | 'over';
}

function useOf(
  { limits, spent, reserved }: BudgetState,
  period: Period,
  adds: NanoDollars,
): readonly Use[] {
  const most = limits[period];
  if (most === null) return [];
  const used = spent[period].atMost + reserved;
  const then = used + adds;
  const level = most === 0 || then > most ? 'over' : then >= warnShare * most ? 'near' : 'far';
  return [{ period, used, most, level }];
}

function Bar({ period, used, most, level }: Use) {
  const name = t(period === 'day' ? 'costsToday' : 'costsMonth');
  const value = t('budgetUsed', { used: money(locale(), used), most: money(locale(), most) });
  const share = most === 0 ? 1 : Math.min(1, used / most);
  return (
    <div class={`budget-bar budget-${level}`}>
      <p class="tabular">
        <span>{name}</span>
        <span>{value}</span>
      </p>
      <div class="budget-track" aria-hidden="true">
        <span style={{ inlineSize: `${share * 100}%` }} />
      </div>
      {level !== 'far' && (
        <p class="budget-word">{t(level === 'near' ? 'budgetNear' : 'budgetOver')}</p>
      )}
    </div>
  );
}
