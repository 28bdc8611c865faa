import { browser } from 'wxt/browser';
import { OptionsHere } from '../../components/options/OptionsHere';
import { startView } from '../../components/start-view';
import { mayReach, openShortcuts, requestOrigin } from '../../utils/platform';

async function readShortcut(): Promise<string | null> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === '_execute_action')?.shortcut || null;
}

await startView({
  browserLanguage: browser.i18n.getUILanguage(),
  title: 'optionsTitle',
  content: () => (
    <OptionsHere
      readShortcut={readShortcut}
      changeShortcut={() => void openShortcuts()}
      allowHost={requestOrigin}
      mayReach={mayReach}
    />
  ),
});
