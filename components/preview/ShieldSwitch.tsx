import { siteOf } from '../../utils/core/source/site';
import { t } from '../../utils/i18n';
import type { ReadyPreview } from '../../utils/messages/preview-messages';
import { hiddenWords } from './found-words';
import './shield.css';

interface Props {
  readonly preview: ReadyPreview;
  readonly onSwitch: (up: boolean) => void;
}

/** Whether personal data is hidden here, and what was. In what is no text nothing can be found. */
export function ShieldSwitch({ preview, onSwitch }: Props) {
  const { source, shielded, isPrivate = false } = preview;
  if (source.media) return null;
  const isKept = siteOf(source) !== '' && !isPrivate;
  return (
    <div class="shield">
      <label>
        <input
          type="checkbox"
          checked={shielded !== null}
          onChange={(event) => onSwitch(event.currentTarget.checked)}
        />
        <span>{t(isKept ? 'shieldSite' : 'shieldHere')}</span>
      </label>
      <span class="shield-found" aria-live="polite">
        {shielded && hiddenWords(shielded.found)}
      </span>
    </div>
  );
}
