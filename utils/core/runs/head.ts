import { fold } from '../fold';
import type { Cost } from '../money/cost';
import { totalOf } from '../money/total';
import { siteOf } from '../source/site';
import type { SourceKind } from '../source/source';
import { askedIn } from './conversation-text';
import { isLive, problemOf, type Run } from './run';
import { unshieldedRun } from './shield-run';

/**
 * `unlisted`: it ended before anything could be asked. `unreadable`: there is a record of a run, but what is in it is
 * not understood.
 */
export const marks = ['ended', 'live', 'waiting', 'problem', 'unlisted', 'unreadable'] as const;
export type Mark = (typeof marks)[number];

/** What a list shows of a run, and what it is found by. Every stored run has one. */
export interface Head {
  readonly id: string;
  /** ms since 1970. */
  readonly createdAt: number;
  readonly mark: Mark;
  readonly action: { readonly id: string; readonly title: string | null };
  /** Of its source; null while that is not known. */
  readonly kind: SourceKind | null;
  readonly title: string;
  /** Host of the page; empty where there is none. */
  readonly site: string;
  /** How the last answer begins: one line without its marks. */
  readonly opening: string;
  /** Of all turns; null while nothing can have been spent. */
  readonly cost: Cost | null;
  readonly seen: boolean;
  /** Title, site, questions and answers, folded. */
  readonly folded: string;
}

/** UTF-16 units. */
const longestTitle = 300;
const longestOpening = 160;

/** The head of a run as its user reads it: with the originals of what was shielded. */
export function headOf(told: Run): Head {
  const run = unshieldedRun(told);
  const { id, createdAt, action, seen, turns, source } = run;
  const title = source?.title ?? '';
  const site = source ? siteOf(source) : '';
  const said = turns.flatMap((turn) => [turn.question ?? '', turn.text]);
  const costs = turns.flatMap(({ receipt }) => (receipt ? [receipt.cost] : []));
  return {
    id,
    createdAt,
    mark: markOf(run),
    action: { id: action.id, title: action.title },
    kind: source?.kind ?? null,
    title: title.slice(0, longestTitle),
    site,
    opening: openingOf(turns.at(-1)?.text ?? ''),
    cost: totalOf(costs),
    seen,
    folded: fold([title, site, askedIn(run), ...said].filter(Boolean).join(' ')),
  };
}

function markOf(run: Run): Mark {
  if (run.state.kind === 'confirming') return 'waiting';
  if (isLive(run)) return run.turns.length > 0 ? 'live' : 'unlisted';
  if (run.turns.length === 0) return 'unlisted';
  return problemOf(run) ? 'problem' : 'ended';
}

function openingOf(answer: string): string {
  const line = /\S.*/.exec(answer.slice(0, 4 * longestOpening))?.[0] ?? '';
  const plain = line
    .replace(/^(?:#{1,6}|[-*+>]|\d+[.)])\s+/, '')
    .replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, '');
  return plain.slice(0, longestOpening).trim().toWellFormed();
}

/** The head of a record that cannot be read. */
export function unreadableHead(id: string, createdAt: number): Head {
  return {
    id,
    createdAt,
    mark: 'unreadable',
    action: { id: '', title: null },
    kind: null,
    title: '',
    site: '',
    opening: '',
    cost: null,
    seen: true,
    folded: '',
  };
}
