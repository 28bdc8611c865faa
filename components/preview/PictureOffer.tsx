import { t } from '../../utils/i18n';
import '../button.css';

/** The largest picture in view: whether there is one, whether it is what is shown, and how to come to it and back. */
export interface PictureInView {
  readonly isThere: boolean;
  readonly isShown: boolean;
  readonly take: (picture: boolean) => void;
}

/** `loud`: there is nothing else. */
export function PictureOffer({ isThere, isShown, take, loud }: PictureInView & { loud?: boolean }) {
  if (!isShown && !isThere) return null;
  return (
    <button type="button" class={loud ? 'button' : 'link'} onClick={() => take(!isShown)}>
      {t(isShown ? 'back' : 'describeInView')}
    </button>
  );
}
