import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import './text-field.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  /** What is wrong with what was typed. */
  readonly fault?: string;
  readonly field?: RefObject<HTMLInputElement | null>;
  readonly onType: (typed: string) => void;
  /** The user has gone on to something else. */
  readonly onLeave?: () => void;
}

/** Left to no password store: one that is unlocked with the browser would undo it. */
export function PassphraseField(props: Props) {
  const { label, value, hint = '', fault = '', field = null, onType, onLeave } = props;
  const id = useId();
  const said = fault || hint;
  return (
    <div class="passphrase">
      <label for={id}>{label}</label>
      <input
        ref={field}
        id={id}
        class="text-field"
        type="password"
        autocomplete="off"
        spellcheck={false}
        value={value}
        aria-describedby={said ? `${id}-said` : undefined}
        aria-invalid={fault !== ''}
        onInput={(event) => onType(event.currentTarget.value)}
        onBlur={() => onLeave?.()}
      />
      {said && (
        <p id={`${id}-said`} class={fault ? 'fault' : 'card-text'}>
          {said}
        </p>
      )}
    </div>
  );
}
