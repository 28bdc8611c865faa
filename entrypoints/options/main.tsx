import { browser } from 'wxt/browser';
import { OptionsHere } from '../../components/options/OptionsHere';
import { startView } from '../../components/start-view';
import {
  allowAddress,
  mayReach,
  openShortcuts,
  readShortcut,
  requestOrigin,
} from '../../utils/platform';

await startView({
  browserLanguage: browser.i18n.getUILanguage(),
  title: 'optionsTitle',
  content: () => (
    <OptionsHere
      readShortcut={readShortcut}
      changeShortcut={() => void openShortcuts()}
      allowHost={requestOrigin}
      allowAddress={allowAddress}
      mayReach={mayReach}
    />
  ),
});
