import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import en from '../../../public/_locales/en/messages.json';
import type { Loan } from '../../../utils/capture/hosts';
import { createWishes } from '../../../utils/commands/wishes';
import type { OwnAction } from '../../../utils/core/actions/own-action';
import { createMenu, keepMenu, mendMenu } from '../../../utils/gestures/menu';
import { startFromMenu } from '../../../utils/gestures/start-from-menu';
import type { Runner } from '../../../utils/runs/runner';
import type { Start } from '../../../utils/runs/start';
import { writeOwnActions } from '../../../utils/store/own-actions';
import { changeSettings } from '../../../utils/store/settings';
import { noHosts, sourceWith, unstopped } from '../support';

const linked = 'https://news.example.org';
const own: OwnAction = {
  id: 'own:00000000-0000-4000-8000-000000000001',
  title: 'Haiku',
  prompt: 'A haiku of {{text}}',
  input: 'either',
  output: 'read',
  model: null,
  effort: 'low',
  length: null,
};

const captured = { kind: 'source', source: sourceWith() } as const;

/** The browser as far as the menu needs it: what was made and what was opened, in order. */
function stage() {
  const items: { readonly id?: string }[] = [];
  const happened: string[] = [];
  const emptied = vi.fn(async () => void items.splice(0));
  Object.assign(browser, {
    contextMenus: {
      removeAll: emptied,
      create: (item: object) => items.push(item),
      update: async (id: string) => {
        if (!items.some((item) => item.id === id)) throw new Error(`Cannot find menu item ${id}`);
      },
    },
    sidePanel: { open: async () => void happened.push('panel') },
  });
  browser.action.openPopup = async () => void happened.push('popup');
  const begun: Start[] = [];
  const begin = (start: Start) => {
    happened.push('begun');
    begun.push(start);
  };
  const capture = vi.fn(async () => captured);
  const captureAim = vi.fn(async () => captured);
  let answer = (_: boolean) => {};
  const granted = new Promise<boolean>((resolve) => {
    answer = resolve;
  });
  const loan: Loan = {
    origin: linked,
    granted,
    giveBack: async () => void happened.push('given back'),
  };
  const ask = (origin: string) => {
    happened.push(`asked for ${origin}`);
    return loan;
  };
  const wishes = createWishes();
  const click = (
    menuItemId: string,
    tab: object | undefined = { id: 7, windowId: 3, incognito: false },
    linkUrl = `${linked}/winter`,
  ) =>
    startFromMenu(
      { menuItemId, frameId: 2, selectionText: 'froze', editable: false, linkUrl } as never,
      tab as never,
      {
        runner: { begin } as Runner,
        capture,
        captureAim,
        hosts: { ...noHosts, ask },
        wishes,
        means: { time: { now: () => 0 } } as never,
      },
    );
  return { items, emptied, happened, begun, capture, captureAim, click, answer, wishes };
}

beforeEach(() => {
  fakeBrowser.reset();
  browser.i18n.getUILanguage = () => 'en-US';
  vi.stubGlobal('fetch', async () => Response.json(en));
});

describe('the menu', () => {
  test('has items, in the user’s language, that know which view they open', async () => {
    const { items } = stage();
    await createMenu();
    expect(items).toEqual([
      expect.objectContaining({ id: 'summarize@popup', title: en.menuSummarize.message }),
      expect.objectContaining({ id: 'summarize-link@popup', title: en.menuSummarizeLink.message }),
      expect.objectContaining({ id: 'describe-image@popup', title: en.menuDescribe.message }),
    ]);
    await changeSettings({ menuView: 'panel' });
    await createMenu();
    expect(items).toContainEqual(expect.objectContaining({ id: 'summarize@panel' }));
  });

  test('is made where the browser has none, whatever it told of an installation', async () => {
    const { items } = stage();
    await mendMenu();
    expect(items).toContainEqual(expect.objectContaining({ id: 'summarize@popup' }));
    const made = [...items];
    await mendMenu();
    expect(items.every((item, index) => item === made[index])).toBe(true);
  });

  test('is made anew only for what it shows: until it is there again, a right-click finds nothing', async () => {
    const { items, emptied } = stage();
    await createMenu();
    keepMenu();
    const shows = (item: object) =>
      vi.waitFor(() => expect(items).toContainEqual(expect.objectContaining(item)));
    await changeSettings({ theme: 'dark', confirmAbove: 0 });
    await writeOwnActions([own]);
    await changeSettings({ menuView: 'panel' });
    await shows({ id: 'summarize@panel' });
    await changeSettings({ menuActions: [own.id] });
    await shows({ id: `do:${own.id}@panel`, title: 'Haiku' });
    await changeSettings({ textSize: 'large' });
    await writeOwnActions([{ ...own, title: 'Sonnet' }]);
    await shows({ id: `do:${own.id}@panel`, title: 'Sonnet' });
    expect(emptied).toHaveBeenCalledTimes(4);
  });

  test('shows one item alone, flat, on whatever is no link', async () => {
    const { items } = stage();
    await createMenu();
    const contexts = (items as { contexts: string[] }[]).flatMap((each) => each.contexts);
    expect(new Set(contexts).size).toBe(contexts.length);
  });

  test.each(['popup', 'panel'])('opens the %s and begins a run in the same tick', async (view) => {
    const { happened, begun, capture, click } = stage();
    click(`summarize@${view}`);
    expect(happened).toEqual([view, 'begun']);
    expect(begun[0]).toMatchObject({
      action: { id: 'summarize' },
      tabId: 7,
      private: false,
      saved: true,
      endpointId: null,
    });
    await begun[0]?.capture(unstopped);
    expect(capture).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ tabId: 7, frameId: 2, selectionText: 'froze' }),
      unstopped,
    );
  });

  test('on a link asks for its site in the click, and opens the popup after the answer', async () => {
    const { happened, begun, captureAim, click, answer } = stage();
    click('summarize-link@popup');
    expect(happened).toEqual([`asked for ${linked}`, 'begun']);
    const aim = { kind: 'link', address: `${linked}/winter` };
    expect(begun[0]).toMatchObject({ action: { id: 'summarize' }, aim });
    const capture = begun[0]?.capture(unstopped);
    answer(true);
    expect(await capture).toEqual(captured);
    expect(captureAim).toHaveBeenCalledExactlyOnceWith(aim, 7, unstopped);
    expect(happened).toEqual([`asked for ${linked}`, 'begun', 'popup', 'given back']);
  });

  test('opens the popup on a link that was refused as well, to say so', async () => {
    const { happened, begun, captureAim, click, answer } = stage();
    click('summarize-link@popup');
    answer(false);
    expect(await begun[0]?.capture(unstopped)).toEqual({
      kind: 'problem',
      problem: { kind: 'site-not-allowed', origin: linked },
    });
    expect(captureAim).not.toHaveBeenCalled();
    expect(happened).toContain('popup');
  });

  test('opens the panel on a link in the click itself: no question closes it', () => {
    const { happened, click } = stage();
    click('summarize-link@panel');
    expect(happened).toEqual([`asked for ${linked}`, 'panel', 'begun']);
  });

  test('asks for nothing on a link that cannot be encrypted', () => {
    const { happened, click } = stage();
    click('summarize-link@popup', undefined, 'http://news.example.org:8080/');
    expect(happened).toEqual(['popup', 'begun']);
  });

  test('begins with a picture of which the browser does not tell where it is from, too', () => {
    const { happened, begun, click } = stage();
    click('describe-image@popup');
    expect(happened).toEqual(['popup', 'begun']);
    expect(begun[0]?.aim).toEqual({ kind: 'image', address: '', frameId: 2, origin: null });
  });

  test('knows a private window', () => {
    const { begun, click } = stage();
    click('summarize@popup', { id: 7, windowId: 3, incognito: true });
    expect(begun[0]?.private).toBe(true);
  });

  test.each([
    ['an item of another day', 'explain@popup', {}],
    ['a view of another day', 'summarize@card', {}],
    ['a tab without an id', 'summarize@popup', { id: undefined }],
  ])('does nothing for %s', (_, item, tab) => {
    const { happened, click } = stage();
    click(item, { id: 7, windowId: 3, ...tab });
    expect(happened).toEqual([]);
  });
});
