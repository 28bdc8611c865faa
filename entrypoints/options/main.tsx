import { browser } from 'wxt/browser';
import { OptionsHere } from '../../components/options/OptionsHere';
import { startView } from '../../components/start-view';

const commands = await browser.commands.getAll();
const shortcut = commands.find(({ name }) => name === '_execute_action')?.shortcut || null;

await startView({
  browserLanguage: browser.i18n.getUILanguage(),
  title: 'optionsTitle',
  content: () => <OptionsHere shortcut={shortcut} />,
});
