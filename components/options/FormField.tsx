import { type ComponentChildren, cloneElement, type JSX } from 'preact';
import { useId } from 'preact/hooks';
import '../text-field.css';
import './form-field.css';

interface Props {
  readonly label: string;
  readonly hint?: string | null;
  /** What is wrong with what was typed. */
  readonly fault?: string | null | undefined;
  /** The control; it is given its name, its description and its state. */
  readonly children: JSX.Element;
  /** Below the control. */
  readonly below?: ComponentChildren;
}

/** A control with its name above it and what there is to say of it below. */
export function FormField({ label, hint, fault, children, below }: Props) {
  const id = useId();
  const described = fault || hint;
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      {cloneElement(children, {
        id,
        ...(described && { 'aria-describedby': `${id}-hint` }),
        ...(fault && { 'aria-invalid': true }),
      })}
      {described && (
        <p id={`${id}-hint`} class={fault ? 'fault' : 'card-text'}>
          {described}
        </p>
      )}
      {below}
    </div>
  );
}
