import { compact, money } from '../../utils/core/format';
import { defaultModel, type Model } from '../../utils/core/model';
import { priceOf } from '../../utils/core/prices';
import { locale, t } from '../../utils/i18n';
import './model-section.css';

interface Props {
  readonly models: readonly Model[];
  readonly chosen: string;
  readonly now: number;
  readonly onChoose: (id: string) => void;
}

/** Which model answers, and what each costs. */
export function ModelSection({ models, chosen, now, onChoose }: Props) {
  const offered = models.length === 0 ? [defaultModel] : models;
  return (
    <section aria-labelledby="model">
      <h2 id="model">{t('modelSection')}</h2>
      <p class="intro">{t('modelIntro')}</p>
      <fieldset class="models" aria-labelledby="model">
        {offered.map((model) => (
          <Choice
            key={model.id}
            model={model}
            chosen={model.id === chosen}
            now={now}
            onChoose={onChoose}
          />
        ))}
      </fieldset>
      {models.length === 0 && <p class="hint">{t('modelsEmpty')}</p>}
    </section>
  );
}

interface ChoiceProps {
  readonly model: Model;
  readonly chosen: boolean;
  readonly now: number;
  readonly onChoose: (id: string) => void;
}

function Choice({ model, chosen, now, onChoose }: ChoiceProps) {
  return (
    <label class="model">
      <input
        type="radio"
        name="model"
        value={model.id}
        checked={chosen}
        onChange={() => onChoose(model.id)}
      />
      <span class="model-name">
        {model.name}
        {model.id === defaultModel.id && <span class="model-mark">{t('modelDefault')}</span>}
      </span>
      <span class="model-price tabular">{priceWords(model.id, now)}</span>
      {model.maxInput !== null && (
        <span class="model-context">
          {t('modelContext', { count: compact(locale(), model.maxInput) })}
        </span>
      )}
    </label>
  );
}

/** Nano-dollars per token are thousandths of a dollar per million tokens. */
function priceWords(id: string, now: number): string {
  const price = priceOf(id, now);
  if (!price) return t('priceUnknown');
  const perMillion = (nano: number) => money(locale(), nano * 1_000_000);
  return t('modelPrice', { input: perMillion(price.input), output: perMillion(price.output) });
}
