import { browser } from 'wxt/browser';
import { startView } from '../../components/start-view';
import { WelcomeHere } from '../../components/welcome/WelcomeHere';
import { surroundings } from './surroundings';

const around = await surroundings();

await startView({
  browserLanguage: browser.i18n.getUILanguage(),
  title: 'welcomeTitle',
  content: () => <WelcomeHere surroundings={around} />,
});
