import { render } from 'preact';
import { browser } from 'wxt/browser';
import { OptionsHere } from '../../components/options/OptionsHere';
import { loadLanguage, markDocument, t } from '../../utils/i18n';

const [commands] = await Promise.all([
  browser.commands.getAll(),
  loadLanguage(browser.i18n.getUILanguage()),
]);

markDocument(document.documentElement);
document.title = t('optionsTitle');
const shortcut = commands.find(({ name }) => name === '_execute_action')?.shortcut || null;
const root = document.getElementById('app');
if (root) render(<OptionsHere shortcut={shortcut} />, root);
