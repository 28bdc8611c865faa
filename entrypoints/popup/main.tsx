import { render } from 'preact';
import { browser } from 'wxt/browser';
import { App } from '../../components/App';
import { loadLanguage, markDocument, t } from '../../utils/i18n';
import { surroundings } from './surroundings';

const [around] = await Promise.all([
  surroundings(location.search),
  loadLanguage(browser.i18n.getUILanguage()),
]);

markDocument(document.documentElement);
document.title = t('extName');
const root = document.getElementById('app');
if (root) {
  root.replaceChildren();
  render(<App surroundings={around} />, root);
}
