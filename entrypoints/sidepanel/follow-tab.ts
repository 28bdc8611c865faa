import { browser } from 'wxt/browser';
import type { Visit } from '../../components/Panel';

/** Tells which tab of this window is in front, and again whenever another is or its page has been loaded anew. */
export function followTab(show: (visit: Visit) => void): () => void {
  let visit: Visit | null = null;
  const look = async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (tab?.id === undefined || tab.id === visit?.tabId) return;
    visit = { tabId: tab.id, page: 0 };
    show(visit);
  };
  const activated = () => void look();
  const updated = (tabId: number, { status }: { readonly status?: string | undefined }) => {
    if (tabId !== visit?.tabId || status !== 'complete') return;
    visit = { tabId, page: visit.page + 1 };
    show(visit);
  };
  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onUpdated.addListener(updated);
  void look();
  return () => {
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
  };
}
