import { t } from '../../utils/i18n';

interface Props {
  /** What is on the button that saves the form. */
  readonly save: string;
  readonly disabled?: boolean;
  readonly onCancel: () => void;
}

/** The end of a form. */
export function FormButtons({ save, disabled = false, onCancel }: Props) {
  return (
    <div class="buttons">
      <button type="submit" class="button primary" disabled={disabled}>
        {save}
      </button>
      <button type="button" class="button quiet" onClick={onCancel}>
        {t('cancel')}
      </button>
    </div>
  );
}
