import type { ComponentChildren } from 'preact';
import { t } from '../utils/i18n';
import { Icon } from './Icon';
import { IconButton } from './IconButton';
import { IconLink } from './IconLink';
import { KeepOpen } from './KeepOpen';

interface Props {
  readonly children?: ComponentChildren;
  /** Null where it is open already. */
  readonly onKeepOpen: (() => void) | null;
  readonly onHistory: () => void;
  readonly onOptions: () => void;
}

/** The foot of a view: where else one can go. */
export function NavBar({ children, onKeepOpen, onHistory, onOptions }: Props) {
  return (
    <nav class="foot bar nav">
      {children}
      <button type="button" class="button quiet end" onClick={onHistory}>
        <Icon name="history" />
        {t('history')}
      </button>
      <IconLink icon="costs" label={t('costs')} href="/ledger.html" />
      {onKeepOpen && <KeepOpen onClick={onKeepOpen} />}
      <IconButton icon="options" label={t('options')} onClick={onOptions} />
    </nav>
  );
}
