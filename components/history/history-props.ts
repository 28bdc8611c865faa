import type { Head } from '../../utils/core/runs/head';
import type { Query } from '../../utils/core/runs/history';
import type { Offered } from './HistorySearch';
import type { Format } from './save-history';
import type { Deletion } from './use-deleting';
import type { Heads } from './use-heads';
import type { TextSearch } from './use-text-search';

export interface HistoryAsks {
  readonly search: (query: Query) => void;
  /** Searches the texts as well. */
  readonly searchTexts: () => void;
  readonly open: (runId: string) => void;
  /** Null where there is nothing to go back to. */
  readonly back: (() => void) | null;
  readonly remove: (runId: string) => void;
  readonly undo: () => void;
  readonly removeAll: () => void;
  readonly removeUnreadable: () => void;
  /** Saves what cannot be read as it is stored. */
  readonly saveUnreadable: () => Promise<void>;
  /** Saves what is found as a file. */
  readonly save: (format: Format) => Promise<void>;
}

export interface HistoryProps {
  readonly heads: Heads;
  readonly found: readonly Head[];
  readonly offered: Offered;
  readonly query: Query;
  /** The query by which `found` was found: a frame behind. */
  readonly searched: Query;
  readonly texts: TextSearch;
  readonly now: number;
  /** The run that is open beside the list. */
  readonly opened: string | null;
  readonly deletion: Deletion;
  /** In a tab of its own already. */
  readonly inTab: boolean;
  readonly asks: HistoryAsks;
}
