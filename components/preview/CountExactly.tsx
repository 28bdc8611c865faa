import type { ComponentChildren } from 'preact';
import { money, count as written } from '../../utils/core/format';
import { locale, t } from '../../utils/i18n';
import { problemWords } from '../problem-words';
import { UnlockForm } from '../UnlockForm';
import type { Count } from './use-count';
import '../button.css';
import './count-exactly.css';

interface Props {
  /** Null where nobody counts. */
  readonly count: Count | null;
  /** What it is estimated to take. */
  readonly children: ComponentChildren;
}

/** Has the service count what would be sent, and says what came of it. */
export function CountExactly({ count, children }: Props) {
  if (!count) return children;
  const { state, ask } = count;
  return (
    <>
      <div class="count">
        {children}
        {!count.estimate && (
          <button
            type="button"
            class="link"
            title={t('countHint')}
            aria-disabled={state === 'asking'}
            onClick={() => state !== 'asking' && ask()}
          >
            {t(state === 'asking' ? 'counting' : 'countExactly')}
          </button>
        )}
      </div>
      <p class="count-outcome tabular" role="status">
        {typeof state === 'object' && outcomeWords(state)}
      </p>
      {isLocked(state) && (
        <div class="count-unlock">
          <UnlockForm onOpened={ask} />
        </div>
      )}
    </>
  );
}

function isLocked(state: Count['state']): boolean {
  return typeof state === 'object' && state.kind === 'problem' && state.problem.kind === 'locked';
}

function outcomeWords(state: Exclude<Count['state'], string>): string {
  if (state.kind === 'problem')
    return t('countFailed', { problem: problemWords(state.problem).title });
  const { cost, maxOutput } = state.estimate;
  const price = cost ? money(locale(), cost.low) : t('priceUnknown');
  return t('countedMore', { price, count: written(locale(), maxOutput) });
}
