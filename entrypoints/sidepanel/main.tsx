import { browser } from 'wxt/browser';
import { Panel } from '../../components/Panel';
import { startView } from '../../components/start-view';
import { requestFor, requestOrigin } from '../../utils/platform/platform-sites';
import { followTab } from './follow-tab';

const around = {
  kind: 'panel',
  drafts: new Map<string, string>(),
  openOptions: () => void browser.runtime.openOptionsPage(),
  openPanel() {},
  allowHost: requestOrigin,
  allowFor: requestFor,
  close: () => window.close(),
} as const;

await startView({
  browserLanguage: browser.i18n.getUILanguage(),
  title: 'extName',
  content: () => <Panel around={around} follow={followTab} />,
});
