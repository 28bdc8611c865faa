// @vitest-environment happy-dom
import {
  act,
  cleanup,
  fireEvent,
  render,
  renderHook,
  screen,
  within,
} from '@testing-library/preact';
import type { ComponentProps } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Options } from '../../../components/options/Options';
import { restoredWords } from '../../../components/options/restored-words';
import { find, type Part } from '../../../components/options/search';
import { useChanges } from '../../../components/options/use-changes';
import { useReach } from '../../../components/options/use-reach';
import { useReread } from '../../../components/use-reread';
import ar from '../../../public/_locales/ar/messages.json';
import en from '../../../public/_locales/en/messages.json';
import { backupLimit } from '../../../utils/core/backup';
import { anthropicEndpoint, type EndpointConfig } from '../../../utils/core/endpoint';
import { speak } from '../../../utils/i18n';
import { defaultSettings, type Settings } from '../../../utils/store/settings';
import { ownProps } from '../../gallery/data/own-actions';
import { watchedKeyAsks } from '../key-asks';

beforeEach(() => speak('en-US', en));
afterEach(cleanup);

type Props = ComponentProps<typeof Options>;

function asksOf() {
  return {
    key: watchedKeyAsks(),
    allow: vi.fn(),
    save: vi.fn(),
    price: vi.fn(),
    remove: vi.fn(),
    change: vi.fn(),
    restore: vi.fn(),
    changeShortcut: vi.fn(),
  };
}

function page(settings: Partial<Settings> = {}, props: Partial<Props> = {}) {
  const asks = asksOf();
  const shown = () => (
    <Options
      settings={{ ...defaultSettings, ...settings }}
      models={{}}
      states={{}}
      lock={{ kind: 'none' }}
      own={ownProps()}
      shortcuts={{}}
      saving="nothing"
      restored={null}
      now={Date.parse('2026-11-22')}
      asks={asks}
      {...props}
    />
  );
  const { rerender } = render(shown());
  return { asks, again: () => rerender(shown()) };
}

/** The first of that name. */
const choose = (name: string) => fireEvent.click(screen.getAllByLabelText(name)[0] as Element);

const press = (name: string) =>
  fireEvent.click(screen.getAllByRole('button', { name })[0] as Element);

describe('a choice', () => {
  test.each<readonly [string, Partial<Settings>]>([
    ['Dark', { theme: 'dark' }],
    ['Larger', { textSize: 'larger' }],
    ['the side panel', { menuView: 'panel' }],
    ['Always ask', { confirmAbove: 0 }],
    ['$0.50', { confirmAbove: 500_000_000 }],
    ['Do nothing', { privateWindows: 'off' }],
    ['365 days', { retentionDays: 365 }],
    ['Until I delete them', { retentionDays: null }],
    ['On this device', { endpoint: 'device' }],
  ])('of %s is one change', (name, change) => {
    const { asks } = page();
    choose(name);
    expect(asks.change).toHaveBeenCalledExactlyOnceWith(change);
  });

  test('of how long costs are kept, and whether with their site', () => {
    const { asks } = page();
    const inGroup = (name: string) => within(screen.getByRole('group', { name }));
    fireEvent.click(inGroup('Keep costs for').getByLabelText('90 days'));
    expect(asks.change).toHaveBeenLastCalledWith({ ledgerDays: 90 });
    fireEvent.click(inGroup('Keep the site of each request').getByLabelText('Do not keep it'));
    expect(asks.change).toHaveBeenLastCalledWith({ ledgerSites: false });
  });

  test('of an action hides or offers it; Summarize stays', () => {
    const { asks } = page({ hiddenActions: ['translate'] });
    press('Details: Explain');
    press('Hide');
    expect(asks.change).toHaveBeenLastCalledWith({ hiddenActions: ['translate', 'explain'] });
    press('Details: Translate');
    press('Show again');
    expect(asks.change).toHaveBeenLastCalledWith({ hiddenActions: [] });
  });

  test('of an action for the menu, for a shortcut, and of a site that has its own', () => {
    const rule = { site: 'example.org', action: 'explain', language: 'de', model: null };
    const { asks } = page({ menuActions: ['explain'], siteRules: [rule] });
    const menu = within(screen.getByRole('group', { name: 'Right-click' }));
    fireEvent.click(menu.getByRole('checkbox', { name: 'Translate' }));
    expect(asks.change).toHaveBeenLastCalledWith({ menuActions: ['explain', 'translate'] });
    fireEvent.click(menu.getByRole('checkbox', { name: 'Explain' }));
    expect(asks.change).toHaveBeenLastCalledWith({ menuActions: [] });
    const slot = screen.getByRole('combobox', { name: 'Shortcut 2' });
    fireEvent.change(slot, { target: { value: 'translate' } });
    expect(asks.change).toHaveBeenLastCalledWith({ slots: [null, 'translate', null] });
    expect(screen.getByText('Explain · German')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Forget example.org' }));
    expect(asks.change).toHaveBeenLastCalledWith({ siteRules: [] });
  });

  test('of the language of Gloss names each language in itself', () => {
    const { asks } = page();
    const select = screen.getByLabelText('Language of Gloss');
    expect(select.textContent).toMatch(/العربية.*Deutsch.*日本語/);
    fireEvent.change(select, { target: { value: 'ar' } });
    expect(asks.change).toHaveBeenCalledExactlyOnceWith({ uiLanguage: 'ar' });
  });

  test('of a model is a change of the endpoint that is asked', () => {
    const { asks } = page();
    fireEvent.input(screen.getByLabelText('Another model, by its id'), { target: { value: 'm' } });
    fireEvent.click(screen.getByRole('button', { name: 'Use it' }));
    expect(asks.change).toHaveBeenCalledExactlyOnceWith({
      endpoints: [{ ...anthropicEndpoint, model: 'm' }],
    });
  });

  test('that came from elsewhere is offered too', () => {
    page({ confirmAbove: 30_000_000, retentionDays: 45 });
    expect(screen.getByRole('radio', { name: '$0.03', checked: true })).toBeTruthy();
    expect(screen.getByRole('radio', { name: '45 days', checked: true })).toBeTruthy();
  });
});

test('all words change with the language, also those of long lists', () => {
  const { again } = page();
  expect(screen.getByText(/^German · Deutsch$/)).toBeTruthy();
  speak('ar', ar);
  again();
  expect(screen.getByText(/الألمانية/)).toBeTruthy();
});

describe('the search', () => {
  const search = () => screen.getByRole('searchbox');
  const titles = () =>
    screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

  test('leaves the sections that have what is typed', () => {
    page();
    fireEvent.input(search(), { target: { value: 'Theme' } });
    expect(titles()).toEqual(['Look']);
    expect(screen.queryByRole('radio', { name: 'Larger' })).toBeNull();
    expect(screen.getByRole('radio', { name: 'Dark' })).toBeTruthy();
  });

  test('says when nothing matches, and Escape clears it', () => {
    page();
    fireEvent.input(search(), { target: { value: 'telepathy' } });
    expect(screen.getByText('Nothing here is called “telepathy”.')).toBeTruthy();
    expect(screen.queryAllByRole('heading', { level: 2 })).toEqual([]);
    fireEvent.keyDown(search(), { key: 'Escape' });
    expect((search() as HTMLInputElement).value).toBe('');
    expect(titles()).toHaveLength(12);
  });

  test('keeps what is typed elsewhere', () => {
    page();
    fireEvent.input(screen.getByLabelText('Key'), { target: { value: 'half' } });
    fireEvent.input(search(), { target: { value: 'theme' } });
    fireEvent.input(search(), { target: { value: '' } });
    expect((screen.getByLabelText('Key') as HTMLInputElement).value).toBe('half');
  });

  const part: Part = {
    id: 'a',
    title: 'Größe',
    rows: [{ id: 'r', words: ['Ｔｅｘｔ, klein und groß'], content: null }],
  };
  test.each(['', '  ', 'GRÖßE', 'text', 'gr', 'klein größe'])('finds by %j', (query) =>
    expect(find([part], query, 'de').size).toBe(1),
  );
  test('finds by all words or not at all', () => {
    expect(find([part], 'klein mittel', 'de').size).toBe(0);
  });
});

describe('a backup', () => {
  const file = (text: string, size = text.length) => {
    const made = new File([text], 'gloss.json', { type: 'application/json' });
    Object.defineProperty(made, 'size', { value: size });
    return made;
  };
  const restore = (chosen: File) => {
    const { asks } = page();
    fireEvent.change(screen.getByLabelText('Restore from a file'), { target: { files: [chosen] } });
    return asks.restore.mock.calls[0]?.[0] as Promise<string> | null;
  };

  test('is read as it was saved', async () => {
    expect(await restore(file('{}'))).toBe('{}');
  });

  test('that is too large is not even read', () => {
    expect(restore(file('{}', backupLimit + 1))).toBeNull();
  });

  test.each([
    [{ kind: 'too-large' }, /too large/],
    [{ kind: 'not-a-backup' }, /not a backup/],
    [{ kind: 'newer' }, /newer Gloss/],
    [{ kind: 'invalid', field: 'endpoints.1.baseUrl' }, /at endpoints\.1\.baseUrl/],
    [{ kind: 'too-many', limit: 100 }, /100 actions of your own at most/],
    [{ kind: 'not-stored' }, /could not be stored/],
  ] as const)('that has the fault %j says so, and that nothing changed', (fault, words) => {
    const said = restoredWords({ ok: false, fault });
    expect(said).toMatch(words);
    expect(said).toContain('Nothing was changed.');
  });

  test('that is restored says so', () => {
    expect(restoredWords({ ok: true })).toMatch(/^Restored/);
  });
});

describe('a change', () => {
  test('shows at once and is said to be saved', async () => {
    const save = vi.fn(async () => true);
    const { result } = renderHook(() => useChanges(defaultSettings, save));
    await act(async () => void (await result.current.change({ theme: 'dark' })));
    expect(result.current.shown?.theme).toBe('dark');
    expect(result.current.saving).toBe('saved');
  });

  test('that is not saved is taken back, and the page says so', async () => {
    const { result } = renderHook(() => useChanges(defaultSettings, async () => false));
    await act(async () => void (await result.current.change({ theme: 'dark' })));
    expect(result.current.shown?.theme).toBe('system');
    expect(result.current.saving).toBe('failed');
  });
});

describe('the browser', () => {
  const router: EndpointConfig = {
    ...anthropicEndpoint,
    id: 'router',
    baseUrl: 'https://router.example',
  };

  test('is asked for a host within the click, and a refusal shows', async () => {
    const allowHost = vi.fn(async () => false);
    const mayReach = vi.fn(async () => false);
    const { result } = renderHook(() =>
      useReach([anthropicEndpoint, router], { allowHost, mayReach }),
    );
    await act(async () => result.current.allow('https://router.example'));
    expect(allowHost).toHaveBeenCalledExactlyOnceWith('https://router.example');
    await vi.waitFor(() => expect(result.current.isAllowed(router)).toBe(false));
    expect(result.current.isAllowed(anthropicEndpoint)).toBe(true);
    expect(mayReach).not.toHaveBeenCalledWith('https://api.anthropic.com');
  });

  test('that cannot ask for a host refuses it', async () => {
    const hosts = {
      allowHost: () => {
        throw new Error('No such pattern.');
      },
      mayReach: async () => Promise.reject(new Error('No such pattern.')),
    };
    const { result } = renderHook(() => useReach([router], hosts));
    await act(async () => result.current.allow('https://router.example'));
    await vi.waitFor(() => expect(result.current.isAllowed(router)).toBe(false));
  });

  test('tells the shortcut as it is when the user comes back', async () => {
    let keys: string | null = 'Alt+Shift+S';
    const read = async () => keys;
    const { result } = renderHook(() => useReread(read, null));
    await vi.waitFor(() => expect(result.current).toBe('Alt+Shift+S'));
    keys = null;
    fireEvent.focus(window);
    await vi.waitFor(() => expect(result.current).toBeNull());
  });
});
