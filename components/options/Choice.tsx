import { useId } from 'preact/hooks';
import './choice.css';

export interface ChoiceOption<T> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
}

export interface ChoiceProps<T> {
  /** Of the radio buttons; once on the page. */
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly chosen: T;
  readonly options: readonly ChoiceOption<T>[];
  readonly onChoose: (value: T) => void;
}

/** One of a few: cards where options need a word of explanation, short labels in a line where not. */
export function Choice<T extends string | number | null>(props: ChoiceProps<T>) {
  const { name, legend, hint, chosen, options, onChoose } = props;
  const id = useId();
  const explained = options.some((option) => option.hint);
  return (
    <fieldset class="choice" aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend>{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} class="choice-hint">
          {hint}
        </p>
      )}
      <div class={explained ? 'cards' : 'pills'}>
        {options.map(({ value, label, hint: meaning }) => (
          <label key={value} class={explained ? 'card' : 'pill'}>
            <input
              type="radio"
              name={name}
              value={String(value)}
              checked={value === chosen}
              aria-labelledby={`${id}-${value}`}
              aria-describedby={meaning ? `${id}-${value}-hint` : undefined}
              onChange={() => onChoose(value)}
            />
            <span id={`${id}-${value}`}>{label}</span>
            {meaning && (
              <span id={`${id}-${value}-hint`} class="card-text">
                {meaning}
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
