import { browser } from 'wxt/browser';
import { App } from '../../components/App';
import { startView } from '../../components/start-view';
import { surroundings } from './surroundings';

const around = await surroundings(location.search);

await startView({
  browserLanguage: browser.i18n.getUILanguage(),
  title: 'extName',
  content: () => <App surroundings={around} />,
});
