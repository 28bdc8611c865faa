import { t } from '../utils/i18n';
import './button.css';

/** The largest picture in view: whether there is one, whether it is what is shown, and how to come to it and back. */
export interface PictureInView {
  readonly isThere: boolean;
  readonly isShown: boolean;
  readonly take: (picture: boolean) => void;
}

export function PictureOffer({ isThere, isShown, take }: PictureInView) {
  if (!isShown && !isThere) return null;
  return (
    <button type="button" class="link" onClick={() => take(!isShown)}>
      {t(isShown ? 'back' : 'describeInView')}
    </button>
  );
}
