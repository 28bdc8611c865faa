import { t } from '../../../utils/i18n';
import { importFaultWords } from './own-fault-words';
import type { Outcome } from './use-own-actions';

interface Props {
  readonly outcome: Outcome;
  readonly onUndo: () => void;
}

/** How the last change of the list went, and the way back. */
export function OutcomeLine({ outcome, onUndo }: Props) {
  const canUndo = outcome.kind === 'deleted' || outcome.kind === 'imported';
  return (
    <div class="action-outcome">
      <p role="status" class={outcome.kind === 'failed' ? 'fault' : ''}>
        {outcomeWords(outcome)}
      </p>
      {canUndo && (
        <button type="button" class="button" onClick={onUndo}>
          {t('ownUndo')}
        </button>
      )}
    </div>
  );
}

function outcomeWords(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'nothing':
      return '';
    case 'deleted':
      return t('ownDeleted', { name: outcome.action.title });
    case 'imported': {
      const { added, replaced } = outcome;
      const count = added.length + replaced.length;
      const also = replaced.length > 0 ? ` ${t('ownReplaced', { count: replaced.length })}` : '';
      return `${t('ownImported', { count })}${also}`;
    }
    case 'failed': {
      const words = importFaultWords(outcome.fault);
      return outcome.importing ? `${words} ${t('ownNothingImported')}` : words;
    }
  }
}
