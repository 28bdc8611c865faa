import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import en from '../../../public/_locales/en/messages.json';
import type { Staff } from '../../../utils/commands/staff';
import { createWishes } from '../../../utils/commands/wishes';
import type { OwnAction } from '../../../utils/core/actions/own-action';
import { createMenu } from '../../../utils/gestures/menu';
import { firstLine, startFromOmnibox, suggestionsFor } from '../../../utils/gestures/omnibox';
import { startFromShortcut } from '../../../utils/gestures/shortcuts';
import { startFromMenu } from '../../../utils/gestures/start-from-menu';
import { loadLanguage } from '../../../utils/i18n';
import type { Start } from '../../../utils/runs/start';
import { writeOwnActions } from '../../../utils/store/own-actions';
import { changeSettings } from '../../../utils/store/settings';
import { noHosts, sourceWith, unstopped } from '../support';

const own = (digit: string, title: string, change: Partial<OwnAction> = {}): OwnAction => ({
  id: `own:00000000-0000-4000-8000-00000000000${digit}`,
  title,
  prompt: 'List the names in the document.',
  input: 'either',
  output: 'read',
  model: null,
  effort: 'low',
  length: 'short',
  ...change,
});
const names = own('1', 'Names & places');
const asking = own('2', 'As a letter', { prompt: 'Write to {{ask:Whom?}} about it.' });
const wholePage = own('3', 'Outline', { input: 'page' });
const inPage = own('4', 'In its page', { prompt: '{{selection}} in {{page}}', input: 'both' });
const selected = own('5', 'This word', { prompt: '{{selection}}', input: 'selection' });

/** The browser as far as these need it: what was opened, what has begun, in order. */
async function stage() {
  await writeOwnActions([names, asking, wholePage, inPage, selected]);
  const happened: string[] = [];
  const begun: Start[] = [];
  const captured = { kind: 'source', source: sourceWith() } as const;
  const capture = vi.fn<Staff['capture']>(async () => captured);
  browser.action.openPopup = async () => void happened.push('popup');
  Object.assign(browser, { sidePanel: { open: async () => void happened.push('panel') } });
  const begin = (start: Start) => {
    happened.push(`began ${start.action.title ?? start.action.id}`);
    begun.push(start);
  };
  const wishes = createWishes();
  const means = { time: { now: () => 0 } };
  const staff = { runner: { begin }, capture, wishes, means, hosts: noHosts } as unknown as Staff;
  return { happened, begun, capture, wishes, staff };
}

const tab = { id: 7, windowId: 3, incognito: false };
const escaped = (text: string) => text.replaceAll('&', '&amp;');

beforeEach(async () => {
  fakeBrowser.reset();
  browser.i18n.getUILanguage = () => 'en-US';
  vi.stubGlobal('fetch', async () => Response.json(en));
  await loadLanguage('en');
});

describe('a shortcut', () => {
  test.each([
    ['a built-in action', 'explain', ['popup', 'began explain']],
    ['an action of the user’s own', names.id, ['popup', 'began Names & places']],
    ['nothing', null, ['popup']],
    ['an action that is gone', 'own:00000000-0000-4000-8000-000000000009', ['popup']],
  ])('with %s opens Gloss and begins it', async (_, id, expected) => {
    const { happened, staff } = await stage();
    await changeSettings({ slots: [null, id, null] });
    await startFromShortcut('slot-2', tab, staff);
    expect(happened).toEqual(expected);
  });

  test('of another name, or without a tab, does nothing', async () => {
    const { happened, staff } = await stage();
    await startFromShortcut('slot-9', tab, staff);
    await startFromShortcut('slot-1', undefined, staff);
    expect(happened).toEqual([]);
  });

  test.each([
    ['the selection alone', selected, { kind: 'tab', wants: 'selection' }],
    ['it with its page', inPage, { kind: 'tab', wants: 'selection', around: true }],
  ])('wants a selection, %s, for an action that names it', async (_, { id }, aim) => {
    const { begun, capture, staff } = await stage();
    await changeSettings({ slots: [id, null, null] });
    await startFromShortcut('slot-1', tab, staff);
    expect(begun[0]?.aim).toEqual(aim);
    await begun[0]?.capture(unstopped);
    const { kind: _kind, ...wants } = aim;
    expect(capture).toHaveBeenCalledWith({ tabId: 7, ...wants }, unstopped);
  });

  test('opens the popup, wherever a right-click would, and reads the whole page for an action on pages', async () => {
    const { happened, begun, capture, staff } = await stage();
    await changeSettings({ slots: [wholePage.id, null, null], menuView: 'panel' });
    await startFromShortcut('slot-1', { ...tab, incognito: true }, staff);
    expect(happened).toEqual(['popup', 'began Outline']);
    expect(begun[0]).toMatchObject({ private: true, aim: { kind: 'tab', wants: 'page' } });
    await begun[0]?.capture(unstopped);
    expect(capture).toHaveBeenCalledWith({ tabId: 7, wants: 'page' }, unstopped);
  });

  test('with an action that has a question lets the view ask it', async () => {
    const { happened, wishes, staff } = await stage();
    await changeSettings({ slots: [asking.id, null, null] });
    await startFromShortcut('slot-1', tab, staff);
    expect(happened).toEqual(['popup']);
    expect(wishes.take(7)).toBe(asking.id);
    expect(wishes.take(7)).toBeNull();
  });
});

describe('the address bar', () => {
  test('suggests the actions that fit what was typed, written for the browser', async () => {
    await stage();
    expect(await suggestionsFor('nam', escaped)).toEqual([
      { content: 'Names & places', description: 'Names &amp; places' },
    ]);
    const all = await suggestionsFor('', escaped);
    expect(all.map(({ content }) => content).slice(0, 2)).toEqual(['Summarize', 'Key points']);
    expect(all.length).toBeLessThanOrEqual(6);
  });

  test('says that whatever is no action is a question', () => {
    const bar = (follows: boolean) => ({ quote: escaped, follows: () => follows });
    const hint = 'Type an action, or a question about this page';
    expect(firstLine(' a & b? ', bar(true))).toBe('Ask about this page: a &amp; b?');
    expect(firstLine('', bar(true))).toBe(hint);
    expect(firstLine('a & b?', bar(false))).toBe(hint);
    expect(firstLine('x'.repeat(10_001), bar(true))).toMatch(/at most.+10,?001/);
  });

  test.each([
    ['summarize', 'began summarize', ''],
    ['  KEY points ', 'began key-points', ''],
    ['names & places', 'began Names & places', ''],
    ['Who froze?', 'began ask', 'Who froze?'],
  ])('carries out %j', async (typed, expected, question) => {
    const { happened, begun, staff } = await stage();
    await startFromOmnibox(typed, tab, staff);
    expect(happened).toEqual(['popup', expected]);
    expect(begun[0]?.question).toBe(question);
  });

  test.each([
    ['nothing', '  '],
    ['a question that is too long', 'Why? '.repeat(2_001)],
  ])('with %s just opens Gloss', async (_, typed) => {
    const { happened, staff } = await stage();
    await startFromOmnibox(typed, tab, staff);
    expect(happened).toEqual(['popup']);
  });
});

describe('the right-click', () => {
  async function menu(menuActions: readonly string[]) {
    const items: { id: string; title: string; contexts: string[] }[] = [];
    Object.assign(browser, {
      contextMenus: {
        removeAll: async () => void items.splice(0),
        create: (item: (typeof items)[number]) => items.push(item),
      },
    });
    await changeSettings({ menuActions });
    await createMenu();
    return items;
  }

  test('offers what the user put there, by its name, and nothing that is gone', async () => {
    await stage();
    const gone = 'own:00000000-0000-4000-8000-000000000009';
    const items = await menu(['explain', names.id, gone, wholePage.id]);
    expect(items.slice(-3).map(({ id, title }) => [id, title])).toEqual([
      ['do:explain@popup', 'Explain'],
      [`do:${names.id}@popup`, 'Names && places'],
      [`do:${wholePage.id}@popup`, 'Outline'],
    ]);
    expect(items.at(-1)?.contexts).toEqual(['page', 'frame']);
  });

  test('shows a name as it is, whatever browsers take out of the titles of menus', async () => {
    await stage();
    await writeOwnActions([own('1', 'Q&A, 50%s off && more')]);
    const [item] = (await menu([names.id])).slice(-1);
    expect(item?.title).toBe('Q&&A, 50%\u2060s off &&&& more');
  });

  test('begins it on what was clicked', async () => {
    const { happened, begun, capture, staff } = await stage();
    const click = { menuItemId: `do:${names.id}@popup`, frameId: 2, selectionText: 'froze' };
    startFromMenu(click as never, tab as never, staff);
    await vi.waitFor(() => expect(happened).toEqual(['popup', 'began Names & places']));
    await begun[0]?.capture(unstopped);
    expect(capture).toHaveBeenCalledWith(
      expect.objectContaining({ tabId: 7, frameId: 2, selectionText: 'froze' }),
      unstopped,
    );
  });
});
