import { t } from '../../utils/i18n';

interface Props {
  /** As the browser writes it; null when none is set. */
  readonly keys: string | null;
  /** Opens the browser's own page, where it is changed. */
  readonly onChange: () => void;
}

export function Shortcut({ keys, onChange }: Props) {
  return (
    <>
      <h3 class="row-title">{t('shortcutSection')}</h3>
      <p class="choice-hint">{t('shortcutIntro')}</p>
      <p class="shortcut">
        {keys ? <kbd dir="ltr">{keys}</kbd> : <span class="muted">{t('shortcutNone')}</span>}
        <button type="button" class="button" onClick={onChange}>
          {t('shortcutChange')}
        </button>
      </p>
    </>
  );
}
