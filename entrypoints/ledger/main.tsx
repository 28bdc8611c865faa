import { browser } from 'wxt/browser';
import { LedgerHere } from '../../components/ledger/LedgerHere';
import { startView } from '../../components/start-view';

await startView({
  browserLanguage: browser.i18n.getUILanguage(),
  title: 'costs',
  content: () => <LedgerHere />,
});
