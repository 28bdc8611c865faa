import type { BodyPart } from '../../utils/core/glass/glass';
import type { Source } from '../../utils/core/source/source';
import { locale, t } from '../../utils/i18n';
import { kindWords } from '../run/run-words';

const names = {
  settings: 'glassSettings',
  rules: 'glassRules',
  instruction: 'glassInstruction',
  conversation: 'glassConversation',
  form: 'glassForm',
} as const;

/** What a part of a body is called; of what can be read of the page, the title comes second. */
export function partWords(part: BodyPart, parts: readonly BodyPart[], source: Source): string {
  if (part.label === 'file') return kindWords(source);
  if (part.label === 'selection') return t('kind_selection');
  if (part.label !== 'text') return t(names[part.label]);
  const isSecond = parts.find(({ label }) => label === 'text' || label === 'file') !== part;
  if (isSecond) return t('glassTitle');
  return source.around === undefined ? kindWords(source) : t('kind_page');
}

const units = ['byte', 'kilobyte', 'megabyte'] as const;

/** How long a text is in UTF-8. */
export function bytesWords(text: string): string {
  const bytes = new Blob([text]).size;
  const step = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumSignificantDigits: 3,
  }).format(bytes / 1000 ** step);
}
