import { t } from '../../utils/i18n';
import { Step } from './Step';
import './pin.css';

/** Where the button of Gloss hides, and how to keep it in sight. */
export function PinStep({ pinned }: { readonly pinned: boolean | null }) {
  return (
    <Step id="pin" title={t('welcomePin')} done={pinned ? t('welcomePinDone') : null}>
      <div class="welcome-pin">
        <PinDrawing />
        <p class="welcome-hint">{t('welcomePinHint')}</p>
      </div>
    </Step>
  );
}

/** The puzzle piece in a toolbar, and the list that it opens with its pin. */
function PinDrawing() {
  return (
    <svg class="pin-drawing" viewBox="0 0 240 112" aria-hidden="true">
      <rect class="pin-frame" x="1" y="1" width="238" height="38" rx="9" />
      <rect class="pin-soft" x="14" y="13" width="150" height="14" rx="7" />
      <circle class="pin-soft" cx="221" cy="20" r="7" />
      <rect class="pin-held" x="178" y="6" width="28" height="28" rx="7" />
      <path
        class="pin-line"
        d="M185 16h4.600a2.400 2.400 0 1 1 4.800 0h4.600v4.100a2.400 2.400 0 1 1 0 4.800v4.100h-14v-4.100a2.400 2.400 0 1 0 0-4.800z"
      />
      <path
        class="pin-frame"
        d="M96 49h90l6-6 6 6h16a9 9 0 0 1 9 9v44a9 9 0 0 1-9 9H96a9 9 0 0 1-9-9V58a9 9 0 0 1 9-9z"
      />
      <rect class="pin-mark" x="101" y="60" width="22" height="22" rx="5" />
      <path class="pin-mark-line" d="M106.500 67h11M106.500 71h11M106.500 75h6" />
      <rect class="pin-soft" x="132" y="66" width="46" height="10" rx="5" />
      <path
        class="pin-pin"
        d="M196 63h9M197.500 63v5.500l-2.500 3.500h11l-2.500-3.500V63M200.500 72v7"
      />
      <rect class="pin-soft" x="101" y="93" width="22" height="8" rx="4" />
      <rect class="pin-soft" x="132" y="93" width="60" height="8" rx="4" />
    </svg>
  );
}
