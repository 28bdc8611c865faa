import type { Line } from '../../utils/core/ledger/ledger-line';
import type { Outlook } from '../../utils/core/ledger/ledger-outlook';
import type { Sums } from '../../utils/core/ledger/ledger-sums';
import type { Bar, Look, Span } from '../../utils/core/ledger/ledger-view';
import { t } from '../../utils/i18n';
import { modelWords } from '../run/run-words';
import { StorageLost } from '../StorageLost';
import type { NameModel } from '../use-stored';
import { Bars } from './Bars';
import { Figures } from './Figures';
import { type FootAsks, LedgerFoot } from './LedgerFoot';
import { LedgerList } from './LedgerList';
import { LookPicker, type Offered } from './LookPicker';
import { actionWords, siteWords } from './ledger-words';
import { Savings } from './Savings';
import { Shares } from './Shares';
import type { LineDeletion } from './use-line-deleting';
import '../button.css';
import '../history/history.css';
import './ledger.css';

export interface LedgerAsks extends FootAsks {
  readonly look: (look: Look) => void;
  readonly more: () => void;
  readonly remove: (id: string) => void;
}

/** What of the ledger is looked at. */
export interface Seen {
  readonly span: Span;
  readonly total: Sums;
  readonly bars: readonly Bar[];
  readonly shares: Offered;
  readonly lines: readonly Line[];
}

export interface LedgerProps {
  /** YYYY-MM-DD */
  readonly today: string;
  /** ms since 1970. */
  readonly now: number;
  /** Whether there is any line at all. */
  readonly empty: boolean;
  readonly outlook: Outlook;
  readonly look: Look;
  readonly offered: Offered;
  readonly seen: Seen;
  readonly deletion: LineDeletion;
  readonly nameModel: NameModel;
  readonly asks: LedgerAsks;
}

/** What was spent: today and this month, by day, model, action and site, and each request. */
export function Ledger(props: LedgerProps) {
  const { today, now, empty, outlook, look, offered, seen, deletion, nameModel, asks } = props;
  return (
    <div class="ledger">
      <header class="bar history-head ledger-head">
        <h1>{t('costs')}</h1>
      </header>
      <div class="ledger-body">
        {empty ? (
          <div class="history-note">
            <StorageLost now={now} />
            <p>{t('costsEmpty')}</p>
            <p class="muted">{t('costsEmptyHint')}</p>
          </div>
        ) : (
          <>
            <Figures outlook={outlook} today={today} />
            <LookPicker look={look} offered={offered} nameModel={nameModel} onLook={asks.look} />
            {seen.total.turns === 0 ? (
              <p class="history-note muted">{t('costsNone')}</p>
            ) : (
              <Parts {...props} />
            )}
          </>
        )}
      </div>
      <LedgerFoot turns={seen.total.turns} deletion={deletion} asks={asks} />
    </div>
  );
}

function Parts({ seen, now, nameModel, asks }: LedgerProps) {
  const { span, total, bars, shares, lines } = seen;
  const isByDay = span === 'month' || span === '30-days';
  return (
    <>
      <Bars title={t(isByDay ? 'costsByDay' : 'costsByMonth')} bars={bars} />
      <Shares
        title={t('costsModels')}
        shares={shares.models}
        nameOf={(kind) => modelWords(kind, nameModel)}
      />
      <Shares title={t('costsActions')} shares={shares.actions} nameOf={actionWords} />
      <Shares title={t('costsSites')} shares={shares.sites} nameOf={siteWords} />
      <Savings savings={total.savings} />
      <LedgerList
        turns={total.turns}
        lines={lines}
        now={now}
        nameModel={nameModel}
        onMore={asks.more}
        onDelete={asks.remove}
        onUndo={asks.undo}
      />
    </>
  );
}
