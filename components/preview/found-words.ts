import type { Found } from '../../utils/core/shield/shield';
import { type FoundKind, foundKinds } from '../../utils/core/shield/shield-kinds';
import { locale, type PluralKey, plural, t } from '../../utils/i18n';

const words: Readonly<Record<FoundKind, PluralKey>> = {
  email: 'foundEmails',
  phone: 'foundPhones',
  iban: 'foundIbans',
  card: 'foundCards',
  key: 'foundKeys',
  word: 'foundWords',
};

/** What was hidden, counted by kind: 3 e-mails, 1 card. Empty when nothing was. */
export function foundWords(found: readonly Found[]): string {
  const counts = foundKinds.flatMap((kind) => {
    const count = found.filter((each) => each.kind === kind).length;
    return count > 0 ? [plural(words[kind], count)] : [];
  });
  return new Intl.ListFormat(locale(), { type: 'unit', style: 'short' }).format(counts);
}

/** The same in a sentence: 3 e-mails, 1 card hidden. */
export function hiddenWords(found: readonly Found[]): string {
  return found.length === 0 ? t('foundNothing') : t('foundHidden', { list: foundWords(found) });
}
