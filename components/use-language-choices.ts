import { useMemo } from 'preact/hooks';
import { languageName } from '../utils/core/format';
import { locale } from '../utils/i18n';

/** Offered as answer languages, BCP 47; a stored one that is not here is offered too. */
const tags = [
  'ar bn cs da de el en es fa fi fr he hi hu id it ja ko ms nb nl pl',
  'pt-BR pt-PT ro ru sv sw ta th tr uk ur vi zh-Hans zh-Hant',
].flatMap((line) => line.split(' '));

interface LanguageChoice {
  readonly tag: string;
  /** In the user's language and in its own. */
  readonly name: string;
}

/** What can be chosen, in the user's order of the alphabet. */
export function useLanguageChoices(stored: string | null): readonly LanguageChoice[] {
  const spoken = locale();
  return useMemo(() => choicesFor(stored, spoken), [stored, spoken]);
}

function choicesFor(stored: string | null, spoken: string): readonly LanguageChoice[] {
  const all = stored === null || tags.includes(stored) ? tags : [...tags, stored];
  const collator = new Intl.Collator(spoken);
  return all
    .map((tag) => ({ tag, name: bothNames(tag, spoken) }))
    .sort((a, b) => collator.compare(a.name, b.name));
}

function bothNames(tag: string, spoken: string): string {
  const ours = languageName(spoken, tag);
  const own = languageName(tag, tag);
  return ours === own ? ours : `${ours} · ${own}`;
}
