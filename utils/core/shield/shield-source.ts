import { isSameSite, siteOf } from '../source/site';
import type { Source } from '../source/source';
import { atOnce, type Steps } from '../steps';
import { type Found, placeholdersIn, shieldAll } from './shield';

/** Where the shield is up, and the user's own list. */
export interface ShieldChoices {
  readonly sites: readonly string[];
  readonly words: readonly string[];
}

function isShielded(source: Source, { sites }: ShieldChoices): boolean {
  const here = siteOf(source);
  return sites.some((site) => isSameSite(site, here));
}

/** The words to hide beside all that is personal, or null where nothing is to be hidden; `asked`: the user has decided. */
export function wordsFor(
  source: Source,
  choices: ShieldChoices,
  asked: boolean | undefined,
): readonly string[] | null {
  const up = asked ?? isShielded(source, choices);
  // In what is no text nothing can be found.
  return up && source.media === null ? choices.words : null;
}

/** Whether the user hides personal data where a source is from, and nothing of it can be hidden. */
export function cannotBeShielded(source: Source, choices: ShieldChoices): boolean {
  return source.media !== null && isShielded(source, choices);
}

/** A source as it leaves: its texts and title with placeholders. `found`: null where nothing was to be hidden. */
export interface Leaving {
  readonly source: Source;
  readonly found: readonly Found[] | null;
}

export function leaving(source: Source, words: readonly string[] | null): Leaving {
  const { source: sent, found } = leavingTogether(source, [], words);
  return { source: sent, found };
}

/** A source as it leaves, and what is said with it: what is the same has the same placeholder. */
export interface LeavingTogether extends Leaving {
  readonly said: readonly string[];
}

/** `words`: to hide beside all that is personal, null when nothing is; `before`: what has its placeholder already. */
export function leavingTogether(...what: Parameters<typeof leavingSteps>): LeavingTogether {
  return atOnce(leavingSteps(...what));
}

/** The same in steps, for texts that take a while. */
export function* leavingSteps(
  source: Source,
  said: readonly string[],
  words: readonly string[] | null,
  before: readonly Found[] = [],
): Steps<LeavingTogether> {
  if (words === null) return { source, said, found: null };
  const all = [source.title, source.text, source.around ?? '', ...said, source.address];
  const { texts, found } = yield* shieldAll(all, words, before);
  const [title = '', text = '', around = '', ...rest] = texts;
  const [address = '', sent] = [rest.at(-1), rest.slice(0, -1)];
  // Hardly any action sends the address: what was found there alone is not told. What was told before is in what was said.
  const known = new Set(before.map(({ placeholder }) => placeholder));
  const there = new Set([title, text, around, ...sent].flatMap(placeholdersIn));
  const told = found.filter(({ placeholder }) => known.has(placeholder) || there.has(placeholder));
  const page = source.around === undefined ? {} : { around };
  return { source: { ...source, title, text, ...page, address }, said: sent, found: told };
}

/** The user's words that were found: enough to hide the same once more. */
export function wordsIn(found: readonly Found[] | null): readonly string[] | null {
  return found === null
    ? null
    : found.filter(({ kind }) => kind === 'word').map(({ original }) => original);
}
