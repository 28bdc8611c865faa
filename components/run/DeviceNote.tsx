import { t } from '../../utils/i18n';
import '../button.css';

interface Props {
  /** Who made the answer: no model of anybody's. */
  readonly model: string;
  readonly onModel: () => void;
}

/** Says what an answer is that was made on the device, and offers the other kind. */
export function DeviceNote({ model, onModel }: Props) {
  return (
    <p class="run-note">
      {t(model === 'browser-summarizer' ? 'noteWritten' : 'notePicked')}{' '}
      <button type="button" class="link" onClick={onModel}>
        {t('useModel')}
      </button>
    </p>
  );
}
