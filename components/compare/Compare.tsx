import type { Comparison, Picked } from '../../utils/core/estimate/compare';
import { type MessageKey, t } from '../../utils/i18n';
import { Sheet } from '../Sheet';
import { CompareRow } from './CompareRow';
import './compare.css';

interface Props {
  /** The cheapest first; null while they are being compared. */
  readonly models: readonly Comparison[] | 'failed' | null;
  /** The one that would be asked; null: none of them. */
  readonly picked: Picked | null;
  readonly onPick: (picked: Picked) => void;
  readonly onClose: () => void;
}

/** What the same would take of each model: a click asks another one. */
export function Compare({ models, picked, onPick, onClose }: Props) {
  const shown = models === null || models === 'failed' ? [] : models;
  return (
    <Sheet title={t('compareTitle')} onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div class="scroll sheet-content" tabIndex={0} aria-busy={models === null}>
        <p class="sheet-note" role="status">
          {t(noteFor(models))}
        </p>
        {shown.length > 0 && (
          <fieldset class="compare" aria-label={t('compareTitle')}>
            {shown.map((model) => (
              <CompareRow
                key={`${model.estimate.endpointId} ${model.estimate.model}`}
                {...model}
                picked={isPicked(model, picked)}
                onPick={onPick}
              />
            ))}
          </fieldset>
        )}
        {shown.length === 1 && <p class="sheet-note">{t('modelsEmpty')}</p>}
      </div>
    </Sheet>
  );
}

function noteFor(models: Props['models']): MessageKey {
  if (models === null) return 'compareMaking';
  return models === 'failed' || models.length === 0 ? 'compareFailed' : 'compareNote';
}

function isPicked({ estimate }: Comparison, picked: Picked | null): boolean {
  return picked?.endpointId === estimate.endpointId && picked.model === estimate.model;
}
