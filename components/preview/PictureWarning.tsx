import { t } from '../../utils/i18n';
import '../picture.css';

/** Says that the shield does nothing for a picture. */
export function PictureWarning() {
  return <p class="picture-note">{t('pictureUnshielded')}</p>;
}
