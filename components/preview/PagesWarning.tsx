import { t } from '../../utils/i18n';
import './pages-picker.css';

/** Says that the shield does nothing for a PDF. */
export function PagesWarning() {
  return <p class="pages-warning">{t('pagesUnshielded')}</p>;
}
