import { browser } from 'wxt/browser';
import type { Visit } from '../../components/Panel';
import { nothingBegun } from '../../components/preview/begun';

/** Tells which tab of this window is in front, and again whenever another is or its page has been loaded anew. */
export function followTab(show: (visit: Visit) => void): () => void {
  /** Of the tabs that were in front, as long as they are open. */
  const visits = new Map<number, Visit>();
  let inFront: number | null = null;
  const put = (visit: Visit) => {
    visits.set(visit.tabId, visit);
    if (visit.tabId === inFront) show(visit);
  };
  const look = async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (tab?.id === undefined || tab.id === inFront) return;
    inFront = tab.id;
    put(visits.get(tab.id) ?? { tabId: tab.id, page: 0, begun: nothingBegun() });
  };
  const activated = () => void look();
  const updated = (tabId: number, { status }: { readonly status?: string | undefined }) => {
    const visit = visits.get(tabId);
    if (visit && status === 'complete') put({ ...visit, page: visit.page + 1 });
  };
  const removed = (tabId: number) => void visits.delete(tabId);
  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onUpdated.addListener(updated);
  browser.tabs.onRemoved.addListener(removed);
  void look();
  return () => {
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
    browser.tabs.onRemoved.removeListener(removed);
  };
}
