import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';
import './select-box.css';

interface Props {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Its options. */
  readonly children: ComponentChildren;
}

/** One of many, in a list that opens. */
export function SelectBox({ label, name, value, onChange, children }: Props) {
  return (
    <span class="select-box">
      <select
        name={name}
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {children}
      </select>
      <Icon name="chevron" />
    </span>
  );
}

/** One of its options. */
export function option(value: string, label: string) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}
