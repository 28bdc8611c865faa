import type { ComponentChildren } from 'preact';
import { t } from '../utils/i18n';
import { Icon } from './Icon';

interface Props {
  readonly children?: ComponentChildren;
  readonly onRecent: () => void;
  readonly onOptions: () => void;
}

/** The foot of a view: where else one can go. */
export function NavBar({ children, onRecent, onOptions }: Props) {
  return (
    <nav class="foot bar nav">
      {children}
      <button type="button" class="button quiet end" onClick={onRecent}>
        <Icon name="recent" />
        {t('recent')}
      </button>
      <button
        type="button"
        class="button quiet"
        aria-label={t('options')}
        title={t('options')}
        onClick={onOptions}
      >
        <Icon name="options" />
      </button>
    </nav>
  );
}
