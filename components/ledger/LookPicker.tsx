import type { Kind } from '../../utils/core/ledger/ledger-days';
import { type Look, type Share, type Span, spans } from '../../utils/core/ledger/ledger-view';
import { t } from '../../utils/i18n';
import { modelWords } from '../run/run-words';
import { option, SelectBox } from '../SelectBox';
import type { NameModel } from '../use-stored';
import { actionWords, siteWords, spanWords } from './ledger-words';

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
  const { models, actions, sites } = offered;
  return (
    <search class="ledger-look">
      <SpanBox look={look} onLook={onLook} />
      <ShareBox
        name="model"
        label={t('costsByModel')}
        all={t('costsAllModels')}
        shares={models}
        nameOf={(kind) => modelWords(kind, nameModel)}
        chosen={look.model}
        onChoose={(model) => onLook({ ...look, model })}
      />
      <ShareBox
        name="action"
        label={t('historyByAction')}
        all={t('historyAllActions')}
        shares={actions}
        nameOf={actionWords}
        chosen={look.actionId}
        onChoose={(actionId) => onLook({ ...look, actionId })}
      />
      <ShareBox
        name="site"
        label={t('historyBySite')}
        all={t('historyAllSites')}
        shares={sites}
        nameOf={siteWords}
        chosen={look.site}
        onChoose={(site) => onLook({ ...look, site })}
      />
    </search>
  );
}

function SpanBox({ look, onLook }: Pick<Props, 'look' | 'onLook'>) {
  return (
    <SelectBox
      label={t('historyByTime')}
      name="span"
      value={look.span}
      onChange={(span) => onLook({ ...look, span: span as Span })}
    >
      {spans.map((span) => option(span, spanWords(span)))}
    </SelectBox>
  );
}

interface BoxProps {
  readonly name: string;
  readonly label: string;
  /** Stands for any of them. */
  readonly all: string;
  readonly shares: readonly Share[];
  readonly nameOf: (kind: Kind) => string;
  readonly chosen: string | null;
  readonly onChoose: (chosen: string | null) => void;
}

/** What is chosen stays chosen when the last of its lines is deleted: they may come back. */
function ShareBox({ name, label, all, shares, nameOf, chosen, onChoose }: BoxProps) {
  const isThere = chosen === null || shares.some(({ key }) => key === chosen);
  return (
    <SelectBox
      label={label}
      name={name}
      value={chosen ?? any}
      onChange={(value) => onChoose(value === any ? null : value)}
    >
      {option(any, all)}
      {shares.map(({ key, kind }) => option(key, nameOf(kind)))}
      {!isThere && option(chosen, '–')}
    </SelectBox>
  );
}
