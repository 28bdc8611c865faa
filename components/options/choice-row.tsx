import { Choice, type ChoiceProps } from './Choice';
import type { Row } from './search';

/** A setting with a few values, found by all that it says. */
export function choiceRow<T extends string | number | null>(setting: ChoiceProps<T>): Row {
  const { name, legend, hint = '', options } = setting;
  const words = options.flatMap((option) => [option.label, option.hint ?? '']);
  return { id: name, words: [legend, hint, ...words], content: <Choice {...setting} /> };
}

interface EitherOr extends Pick<ChoiceProps<boolean>, 'name' | 'legend'> {
  readonly hint: string;
  readonly on: boolean;
  /** What each of both is called. */
  readonly words: { readonly on: string; readonly off: string };
  readonly onChoose: (on: boolean) => void;
}

/** A setting that is one or the other. */
export function eitherRow({ on, words, onChoose, ...rest }: EitherOr): Row {
  return choiceRow<'on' | 'off'>({
    ...rest,
    chosen: on ? 'on' : 'off',
    options: [
      { value: 'on', label: words.on },
      { value: 'off', label: words.off },
    ],
    onChoose: (chosen) => onChoose(chosen === 'on'),
  });
}

/** A value that came from elsewhere, a backup for one, is offered too. */
export function withStored(offered: readonly number[], stored: number): readonly number[] {
  return offered.includes(stored) ? offered : [...offered, stored].sort((a, b) => a - b);
}
