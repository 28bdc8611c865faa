import { t } from '../../utils/i18n';
import { Step } from './Step';

interface Props {
  readonly asked: boolean;
  readonly shortcut: string | null;
}

/** The gesture that Gloss is made for, to be tried on the page itself. */
export function MenuStep({ asked, shortcut }: Props) {
  return (
    <Step id="menu" title={t('welcomeMenu')} done={asked ? t('welcomeMenuDone') : null}>
      <blockquote class="welcome-sentence">
        <p>{t('welcomeMenuSentence')}</p>
      </blockquote>
      <p class="welcome-hint">{t('welcomeMenuHint')}</p>
      {shortcut !== null && (
        <p class="welcome-hint">
          {t('welcomeMenuShortcut')} <kbd dir="ltr">{shortcut}</kbd>
        </p>
      )}
    </Step>
  );
}
