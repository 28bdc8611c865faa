import { browser } from 'wxt/browser';
import { HistoryPage } from '../../components/history/HistoryPage';
import { nothingBegun } from '../../components/preview/begun';
import { startView } from '../../components/start-view';
import { requestFor, requestOrigin } from '../../utils/platform/platform-sites';

const tab = await browser.tabs.getCurrent();

const around = {
  kind: 'panel',
  tabId: tab?.id ?? browser.tabs.TAB_ID_NONE,
  page: 0,
  moves: 0,
  begun: nothingBegun(),
  drafts: new Map<string, string>(),
  openOptions: () => void browser.runtime.openOptionsPage(),
  openPanel() {},
  allowHost: requestOrigin,
  allowFor: requestFor,
  close: () => window.close(),
} as const;

await startView({
  browserLanguage: browser.i18n.getUILanguage(),
  title: 'history',
  content: () => <HistoryPage surroundings={around} />,
});
