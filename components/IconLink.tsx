import { Icon, type IconName } from './Icon';
import './button.css';

interface Props {
  readonly icon: IconName;
  /** Where it leads: its name, shown when it is pointed at. */
  readonly label: string;
  /** A page of ours; it opens in a tab. */
  readonly href: string;
  /** More classes. */
  readonly look?: string;
}

/** A quiet link that shows a picture alone. */
export function IconLink({ icon, label, href, look = '' }: Props) {
  return (
    <a
      class={`button quiet ${look}`}
      href={href}
      target="_blank"
      rel="noopener"
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </a>
  );
}
