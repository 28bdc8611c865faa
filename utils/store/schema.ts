import type { DBSchema, IDBPDatabase } from 'idb';
import type { KeptTexts } from './kept-texts';

/** What is stored in IndexedDB of the extension's origin, where no page and no content script can look. */
export interface Schema extends DBSchema {
  vault: { key: string; value: unknown };
  runs: { key: string; value: unknown; indexes: { createdAt: number; live: number; file: string } };
  /** What lists show of each run and search in, in the order of time: written with the run. */
  heads: { key: [number, string]; value: unknown; indexes: { id: string } };
  /** The texts of each run's source, by the run's id: written once, while the run is written often. */
  sources: { key: string; value: KeptTexts };
  /** The bytes of images and PDFs (base64), by what they are: several runs may be on one. */
  files: { key: string; value: unknown; indexes: { createdAt: number } };
  /** `day`: the day a line is of, its time and its id; `at`: before version 5. */
  ledger: { key: string; value: unknown; indexes: { day: [string, number, string]; at: number } };
  /** Which turn answered a request: keys of requests, and of runs and turns. */
  answers: { key: string; value: unknown; indexes: { runId: string } };
  /** What the ledger's lines of each day and each month come to: written with the lines. */
  days: { key: string; value: unknown };
  months: { key: string; value: unknown };
}

export type Database = IDBPDatabase<Schema>;
