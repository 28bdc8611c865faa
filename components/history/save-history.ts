import { actionTitle } from '../../utils/action-names';
import { dayAt } from '../../utils/core/calendar';
import { footnotesIn } from '../../utils/core/runs/conversation-text';
import type { Head } from '../../utils/core/runs/head';
import {
  damagedKind,
  damagedRecord,
  fileEnd,
  fileHead,
  markdownOf,
  type Names,
  recordOf,
} from '../../utils/core/runs/history-file';
import { locale, t } from '../../utils/i18n';
import { costWords, nameOf } from '../run/run-words';
import { saveFile } from '../save-file';

export type Format = 'markdown' | 'json';

/** Runs that are read at once: their texts may be long. */
const step = 50;

/** Saves runs as one file, newest first; `now` in ms since 1970. Throws when they cannot be read. */
export async function saveHistory(
  heads: readonly Head[],
  format: Format,
  now: number,
): Promise<void> {
  const { readPastRuns } = await import('../../utils/store/past-runs');
  const parts: string[] = [];
  let notes = 0;
  for (let at = 0; at < heads.length; at += step) {
    const ids = heads.slice(at, at + step).map(({ id }) => id);
    const runs = await readPastRuns(ids);
    for (const run of runs) {
      parts.push(format === 'json' ? recordOf(run) : markdownOf(run, names, notes));
      notes += footnotesIn(run.turns);
    }
  }
  const day = dayAt(now);
  if (format === 'json')
    saveFile(`gloss-history-${day}.json`, 'application/json', [
      fileHead(now),
      parts.join(',\n'),
      fileEnd,
    ]);
  else
    saveFile(`gloss-history-${day}.md`, 'text/markdown', [
      `# Gloss: ${t('history')}\n\n`,
      ...parts,
    ]);
}

/** Saves the runs that cannot be read, as they are stored: somebody may make something of them. Throws as above. */
export async function saveDamaged(now: number): Promise<void> {
  const { readDamaged } = await import('../../utils/store/past-runs');
  const records = (await readDamaged()).map(damagedRecord);
  const parts = [fileHead(now, damagedKind), records.join(',\n'), fileEnd];
  saveFile(`gloss-unreadable-${dayAt(now)}.json`, 'application/json', parts);
}

const names: Names = {
  title: ({ source }) => nameOf({ title: source?.title ?? '', kind: source?.kind ?? null }),
  action: ({ action }) => actionTitle(action),
  time: ({ createdAt }) =>
    new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeStyle: 'short' }).format(createdAt),
  cost: (receipt) => costWords(receipt.cost),
  // Asked for each time: this file is read before the words are.
  unfinished: () => t('historyProblem'),
};
