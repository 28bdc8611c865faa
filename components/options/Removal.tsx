import { useRef, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { useKeptFocus } from '../use-kept-focus';

interface Props {
  readonly name: string;
  /** Its key goes with it. */
  readonly keyToo: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** To change an endpoint, or to remove it after a second word. */
export function Removal({ name, keyToo, onEdit, onRemove }: Props) {
  const [asking, setAsking] = useState(false);
  const home = useRef<HTMLDivElement>(null);
  useKeptFocus(home, String(asking));
  if (!asking) {
    return (
      <div class="removal" ref={home} tabIndex={-1}>
        <button type="button" class="button quiet" onClick={onEdit}>
          {t('editEndpoint')}
        </button>
        <button type="button" class="button quiet danger" onClick={() => setAsking(true)}>
          {t('removeEndpoint')}
        </button>
      </div>
    );
  }
  return (
    <div class="removal" ref={home} tabIndex={-1}>
      <p role="status">{t(keyToo ? 'removeAskKey' : 'removeAsk', { name })}</p>
      <button type="button" class="button danger" onClick={onRemove}>
        {t('removeNow')}
      </button>
      <button type="button" class="button quiet" onClick={() => setAsking(false)}>
        {t('cancel')}
      </button>
    </div>
  );
}
