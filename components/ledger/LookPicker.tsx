import { type Look, type Share, type Span, spans } from '../../utils/core/ledger-view';
import { t } from '../../utils/i18n';
import { SelectBox } from '../SelectBox';
import type { NameModel } from '../use-stored';
import { actionWords, modelWords, siteWords, spanWords } from './ledger-words';

/** What there is to choose from. */
export interface Offered {
  readonly models: readonly Share[];
  readonly actions: readonly Share[];
  readonly sites: readonly Share[];
}

interface Props {
  readonly look: Look;
  readonly offered: Offered;
  readonly nameModel: NameModel;
  readonly onLook: (look: Look) => void;
}

/** Stands for *any* in a list: no key is written so. */
const any = '*';

/** What of the ledger is looked at: time, model, action, site. */
export function LookPicker({ look, offered, nameModel, onLook }: Props) {
  const pick = (field: 'model' | 'actionId' | 'site') => (value: string) =>
    onLook({ ...look, [field]: value === any ? null : value });
  const { models, actions, sites } = offered;
  return (
    <search class="ledger-look">
      <SelectBox
        label={t('historyByTime')}
        name="span"
        value={look.span}
        onChange={(span) => onLook({ ...look, span: span as Span })}
      >
        {spans.map((span) => option(span, spanWords(span)))}
      </SelectBox>
      <SelectBox
        label={t('costsByModel')}
        name="model"
        value={look.model ?? any}
        onChange={pick('model')}
      >
        {option(any, t('costsAllModels'))}
        {options(models, look.model, (share) => modelWords(share.kind, nameModel))}
      </SelectBox>
      <SelectBox
        label={t('historyByAction')}
        name="action"
        value={look.actionId ?? any}
        onChange={pick('actionId')}
      >
        {option(any, t('historyAllActions'))}
        {options(actions, look.actionId, (share) => actionWords(share.kind))}
      </SelectBox>
      <SelectBox
        label={t('historyBySite')}
        name="site"
        value={look.site ?? any}
        onChange={pick('site')}
      >
        {option(any, t('historyAllSites'))}
        {options(sites, look.site, (share) => siteWords(share.kind))}
      </SelectBox>
    </search>
  );
}

/** What is chosen stays chosen when the last of its lines is deleted: they may come back. */
function options(shares: readonly Share[], chosen: string | null, words: (share: Share) => string) {
  const listed = shares.map((share) => option(share.key, words(share)));
  const isThere = chosen === null || shares.some(({ key }) => key === chosen);
  return isThere ? listed : [...listed, option(chosen, '–')];
}

function option(value: string, label: string) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}
