import { Icon, type IconName } from './Icon';
import './button.css';

interface Props {
  readonly icon: IconName;
  /** What it does: its name, shown when it is pointed at. */
  readonly label: string;
  readonly onClick: () => void;
  /** More classes. */
  readonly look?: string;
  /** -1: the keyboard reaches the same in another way. */
  readonly tabIndex?: -1;
}

/** A quiet button that shows a picture alone. */
export function IconButton({ icon, label, onClick, look = '', tabIndex }: Props) {
  return (
    <button
      type="button"
      class={`button quiet ${look}`}
      tabIndex={tabIndex}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
