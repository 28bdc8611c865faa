import { anthropicEndpoint } from '../../utils/core/endpoint';
import { otherwise } from '../../utils/core/estimate/otherwise';
import { money } from '../../utils/core/format';
import type { Receipt } from '../../utils/core/money/receipt';
import { locale, t } from '../../utils/i18n';
import { type NameModel, useModels, useSettings } from '../use-stored';
import { modelWords } from './run-words';

interface Props {
  readonly receipt: Receipt;
  /** What the turn was about. */
  readonly text: string;
  readonly nameModel: NameModel;
}

/** What the same would have cost on the other models that the user can ask and that have a price. */
export function OtherModels({ receipt, text, nameModel }: Props) {
  const models = useModels()?.[anthropicEndpoint.id] ?? [];
  const endpoints = useSettings()?.endpoints ?? [];
  return otherwise(receipt, endpoints, models, text).map(({ service, model, nano, rough }) => (
    <div key={`${service} ${model}`}>
      <dt>{t('rowOtherwise', { model: modelWords({ service, model }, nameModel) })}</dt>
      <dd>{rough ? t('about', { value: money(locale(), nano) }) : money(locale(), nano)}</dd>
    </div>
  ));
}
