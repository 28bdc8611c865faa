import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../utils/i18n';
import { Icon } from './Icon';
import { useModal } from './use-modal';
import './button.css';
import './view.css';
import './sheet.css';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** What is read over a view, and closed again. */
export function Sheet({ title, onClose, children }: Props) {
  const heading = useId();
  const { modal, close } = useModal();
  return (
    <dialog {...modal} class="sheet" aria-labelledby={heading} onClose={onClose}>
      <header class="bar sheet-head">
        <button type="button" class="button quiet" onClick={close}>
          <Icon name="back" />
          {t('back')}
        </button>
        <h2 id={heading}>{title}</h2>
      </header>
      {children}
    </dialog>
  );
}
