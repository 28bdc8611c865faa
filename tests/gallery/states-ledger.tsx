import { Ledger } from '../../components/ledger/Ledger';
import type { LineDeletion } from '../../components/ledger/use-line-deleting';
import { dayAt } from '../../utils/core/calendar';
import { partsOf } from '../../utils/core/ledger/ledger-book';
import { sumsOver, type TimeSums } from '../../utils/core/ledger/ledger-days';
import type { Line } from '../../utils/core/ledger/ledger-line';
import { outlookOf } from '../../utils/core/ledger/ledger-outlook';
import {
  actionKey,
  barsOf,
  firstLook,
  type Look,
  modelKey,
  seenOf,
  sharesOf,
} from '../../utils/core/ledger/ledger-view';
import { Acted, click } from './acted';
import { store } from './browser-stub';
import { bookOf, manyLines } from './data/lines';
import { nameModel, type States } from './states-popup';

const nothing = () => undefined;

/** All pictures are of one moment: the day before the last of a month. */
const now = new Date(2026, 10, 29, 15, 30).getTime();
const today = dayAt(now);

interface Shown {
  readonly lines: readonly Line[];
  readonly look?: Partial<Look>;
  readonly deletion?: LineDeletion;
}

function show({ lines, look: change, deletion }: Shown) {
  const look = { ...firstLook, ...change };
  const book = bookOf(lines);
  const seen = seenOf(partsOf(book, look.span, today), look);
  const sharesIn = (among: readonly TimeSums[]) => ({
    models: sharesOf(among, modelKey),
    actions: sharesOf(among, actionKey),
    sites: sharesOf(among, ({ site }) => site),
  });
  return (
    <Ledger
      today={today}
      now={now}
      empty={book.first === null}
      outlook={outlookOf(book, today)}
      look={look}
      offered={sharesIn(book.days)}
      seen={{
        span: look.span,
        total: sumsOver(seen),
        bars: barsOf(seen, look.span, today),
        shares: sharesIn(seen),
        lines: seen.length === 0 ? [] : lines.slice(0, 12),
      }}
      deletion={deletion ?? { kind: 'none' }}
      nameModel={nameModel}
      asks={{
        look: nothing,
        more: nothing,
        remove: nothing,
        removeAll: nothing,
        undo: nothing,
        save: async () => {},
      }}
    />
  );
}

export function ledgerStates(): States {
  const lines = manyLines(300, 40, now);
  const acted = (selector: string) => <Acted acts={[click(selector)]}>{show({ lines })}</Acted>;
  return {
    'page-costs': () => show({ lines }),
    'page-costs-empty': () => show({ lines: [] }),
    'page-costs-storage-lost': () => {
      store({ loss: { what: 'database', at: now - 86_400_000 } });
      return show({ lines: [] });
    },
    'page-costs-one': () => show({ lines: manyLines(1, 1, now) }),
    'page-costs-100000': () =>
      show({ lines: manyLines(100_000, 400, now), look: { span: '12-months' } }),
    'page-costs-none-found': () => show({ lines, look: { site: 'gone.example' } }),
    'page-costs-deleted': () =>
      show({ lines, deletion: { kind: 'deleted', deletion: 1, lines: 1 } }),
    'page-costs-deleting': () => show({ lines, deletion: { kind: 'deleting' } }),
    'page-costs-not-deleted': () => show({ lines, deletion: { kind: 'failed' } }),
    'page-costs-line': () => acted('.history-line'),
    'page-costs-table': () => acted('.ledger-table summary'),
    'page-costs-saving': () => acted('.ledger-foot .button:not(.danger)'),
    'page-costs-delete-asked': () => acted('.ledger-foot .danger'),
  };
}
