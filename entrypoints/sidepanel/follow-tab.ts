import { browser } from 'wxt/browser';
import type { Visit } from '../../components/Panel';
import { nothingBegun } from '../../components/preview/begun';
import { onReturn } from '../../components/use-reread';
import { withoutHash } from '../../utils/core/source/site';

/** A tab that was in front, and where it was last, as far as we are told: once the user has let us look at it. */
interface Known {
  readonly visit: Visit;
  readonly address: string | undefined;
}

/** Tells which tab of this window is in front, and again whenever another is or its page may say another thing. */
export function followTab(show: (visit: Visit) => void): () => void {
  /** As long as they are open. */
  const tabs = new Map<number, Known>();
  let inFront: number | null = null;
  const look = async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (tab?.id === undefined) return;
    const { id: tabId, url } = tab;
    const known = tabs.get(tabId);
    const visit = known?.visit ?? { tabId, page: 0, moves: 0, begun: nothingBegun() };
    tabs.set(tabId, { visit, address: known?.address ?? url });
    if (tabId === inFront) return;
    inFront = tabId;
    show(visit);
  };
  const loaded = async (tabId: number) => {
    const { url } = await browser.tabs.get(tabId);
    const known = tabs.get(tabId);
    if (!known) return;
    const visit = visitAfter(known, url);
    tabs.set(tabId, { visit, address: url });
    if (tabId === inFront) show(visit);
  };
  void look();
  return listen({
    look: () => void look(),
    loaded: (tabId) => void loaded(tabId).catch(() => undefined),
    closed: (tabId) => void tabs.delete(tabId),
    replaced(by, tabId) {
      const known = tabs.get(tabId);
      if (known) tabs.set(by, { ...known, visit: { ...known.visit, tabId: by } });
      tabs.delete(tabId);
    },
  });
}

/** What a tab is at once it has come to an address: another page, the same anew, or another part of it. */
function visitAfter({ visit, address: before }: Known, address: string | undefined): Visit {
  const { page, moves } = visit;
  const isKnown = before !== undefined && address !== undefined && before !== address;
  const isSame = isKnown && withoutHash(before) === withoutHash(address);
  return isSame ? { ...visit, moves: moves + 1 } : { ...visit, page: page + 1 };
}

interface Heard {
  readonly look: () => void;
  readonly loaded: (tabId: number) => void;
  readonly closed: (tabId: number) => void;
  /** As Chromium does when it discards a tab. */
  readonly replaced: (by: number, tabId: number) => void;
}

/** Returns how to stop. */
function listen({ look, loaded, closed, replaced }: Heard): () => void {
  const { onActivated, onUpdated, onRemoved, onReplaced } = browser.tabs;
  const updated = (tabId: number, { status }: { readonly status?: string | undefined }) => {
    if (status === 'complete') loaded(tabId);
  };
  onActivated.addListener(look);
  onUpdated.addListener(updated);
  onRemoved.addListener(closed);
  onReplaced.addListener(replaced);
  // The user may have let us look at the tab meanwhile.
  const stop = onReturn(look);
  return () => {
    onActivated.removeListener(look);
    onUpdated.removeListener(updated);
    onRemoved.removeListener(closed);
    onReplaced.removeListener(replaced);
    stop();
  };
}
