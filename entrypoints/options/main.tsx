import { browser } from 'wxt/browser';
import { OptionsHere } from '../../components/options/OptionsHere';
import { startView } from '../../components/start-view';
import { allowAddress } from '../../utils/platform/platform';
import { openShortcuts, readShortcuts } from '../../utils/platform/platform-gestures';
import { mayReach, requestOrigin } from '../../utils/platform/platform-sites';

await startView({
  browserLanguage: browser.i18n.getUILanguage(),
  title: 'optionsTitle',
  content: () => (
    <OptionsHere
      readShortcuts={readShortcuts}
      changeShortcut={() => void openShortcuts()}
      allowHost={requestOrigin}
      allowAddress={allowAddress}
      mayReach={mayReach}
    />
  ),
});
