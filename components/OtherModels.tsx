import { anthropicEndpoint } from '../utils/core/endpoint';
import { money } from '../utils/core/format';
import { otherwise } from '../utils/core/otherwise';
import type { Receipt } from '../utils/core/receipt';
import { locale, t } from '../utils/i18n';
import { type NameModel, useModels } from './use-stored';

interface Props {
  readonly receipt: Receipt;
  readonly nameModel: NameModel;
}

/** What the same would have cost on the other models that the user's key can ask. */
export function OtherModels({ receipt, nameModel }: Props) {
  const models = useModels()?.[anthropicEndpoint.id] ?? [];
  return otherwise(
    receipt,
    models.map(({ id }) => id),
  ).map(({ model, nano, rough }) => (
    <div key={model}>
      <dt>{t('rowOtherwise', { model: nameModel(model) })}</dt>
      <dd>{rough ? t('about', { value: money(locale(), nano) }) : money(locale(), nano)}</dd>
    </div>
  ));
}
