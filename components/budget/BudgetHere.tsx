import type { NanoDollars } from '../../utils/core/money/money';
import { BudgetBars } from './BudgetBars';
import { useBudget } from './use-budget';

interface Props {
  readonly adds?: NanoDollars;
  readonly beside?: boolean;
  /** Another one: asked for again. */
  readonly asked?: unknown;
}

/** What of the limits is used, as the background knows it. */
export function BudgetHere({ asked, ...shown }: Props) {
  const state = useBudget(asked);
  return state && <BudgetBars state={state} {...shown} />;
}
