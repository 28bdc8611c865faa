// @vitest-environment happy-dom
import { cleanup, fireEvent, render, renderHook, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { History } from '../../../components/history/History';
import { HistoryFoot } from '../../../components/history/HistoryFoot';
import type { HistoryAsks, HistoryProps } from '../../../components/history/history-props';
import { type Deletion, useDeleting } from '../../../components/history/use-deleting';
import en from '../../../public/_locales/en/messages.json';
import { type Head, headOf } from '../../../utils/core/runs/head';
import { all } from '../../../utils/core/runs/history';
import { speak } from '../../../utils/i18n';
import type { Command } from '../../../utils/messages/messages';
import { receipt, run, source, turn } from '../../gallery/data/runs';

beforeEach(() => speak('en-US', en));
afterEach(cleanup);

const head = (id: string, change: Partial<Head> = {}): Head => ({
  ...headOf(
    run(source('text', `Title of ${id}`), {
      id,
      seen: true,
      turns: [turn({ kind: 'done' }, { text: 'The answer.', receipt: receipt() })],
    }),
  ),
  ...change,
});
const three = ['a', 'b', 'c'].map((id) => head(id));

function show(change: Partial<HistoryProps> = {}) {
  const asks = {
    search: vi.fn(),
    searchTexts: vi.fn(),
    open: vi.fn(),
    back: vi.fn(),
    remove: vi.fn(),
    undo: vi.fn(),
    removeAll: vi.fn(),
    removeUnreadable: vi.fn(),
    saveUnreadable: vi.fn(() => Promise.reject(new Error('gone'))),
    save: vi.fn(async () => {}),
  };
  const heads = change.heads ?? { heads: three, unreadable: [], read: 'all' as const };
  /** A list from which what is deleted goes, as it does. */
  function Shown() {
    const [found, setFound] = useState(change.found ?? heads.heads);
    const remove = (runId: string) => {
      asks.remove(runId);
      setFound(found.filter(({ id }) => id !== runId));
    };
    const undo = () => {
      asks.undo();
      setFound(heads.heads);
    };
    return (
      <History
        heads={heads}
        found={found}
        offered={{ actions: [], sites: [] }}
        query={all}
        searched={all}
        texts={{ kind: 'none' }}
        now={Date.now()}
        opened={null}
        deletion={{ kind: 'none' }}
        inTab={false}
        {...change}
        {...(change.found ? {} : { found })}
        asks={{ ...asks, remove, undo }}
      />
    );
  }
  render(<Shown />);
  return asks;
}

const line = (id: string) => screen.getByRole('button', { name: new RegExp(`Title of ${id}`) });
const focused = () => document.activeElement?.textContent?.slice(0, 10);
const press = (key: string, more = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const activate = (name: string) => {
  const button = screen.getByRole('button', { name });
  button.focus();
  fireEvent.click(button);
};

describe('the history', () => {
  test('begins where one types; arrows lead into the list and through it', () => {
    show();
    expect(document.activeElement?.getAttribute('type')).toBe('search');
    press('ArrowDown');
    expect(focused()).toBe('Title of a');
    press('ArrowDown');
    expect(focused()).toBe('Title of b');
    press('End');
    press('ArrowDown');
    expect(focused()).toBe('Title of c');
    press('Home');
    press('ArrowUp');
    expect(focused()).toBe('Title of a');
  });

  test('is one stop of Tab: the line that was last looked at', async () => {
    show();
    const stops = () => three.filter(({ id }) => line(id).tabIndex === 0).map(({ id }) => id);
    expect(stops()).toEqual(['a']);
    line('b').focus();
    await vi.waitFor(() => expect(stops()).toEqual(['b']));
  });

  test('opens the line that is clicked', () => {
    const { open } = show();
    fireEvent.click(line('b'));
    expect(open).toHaveBeenCalledExactlyOnceWith('b');
  });

  test('deletes by key, and the next line takes the focus; the last one gives it to the one before', () => {
    const { remove, undo } = show();
    line('b').focus();
    press('Delete');
    expect(focused()).toBe('Title of c');
    press('Delete');
    expect(focused()).toBe('Title of a');
    expect(remove.mock.calls).toEqual([['b'], ['c']]);
    press('z', { ctrlKey: true });
    expect(undo).toHaveBeenCalledOnce();
  });

  test('shows where a line is that came back: it has the focus', () => {
    show({ deletion: { kind: 'deleted', runIds: ['b'] } });
    line('b').focus();
    press('Delete');
    activate('Undo');
    expect(focused()).toBe('Title of b');
  });

  test('does not delete what is under way', () => {
    const live = head('live', { mark: 'live' });
    const { remove } = show({ heads: { heads: [live], unreadable: [], read: 'all' } });
    line('live').focus();
    press('Delete');
    expect(remove).not.toHaveBeenCalled();
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
    expect(screen.getByText('under way')).toBeTruthy();
  });

  test('draws some lines of ten thousand', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => head(`n${index}`));
    show({ heads: { heads: many, unreadable: [], read: 'all' } });
    expect(document.querySelectorAll('.history-line')).toHaveLength(50);
    expect(screen.getByText('Answers: 10,000')).toBeTruthy();
  });

  test('says how much is found of how much, and when it is nothing', () => {
    show({ found: [] });
    expect(screen.getByText('0 of 3')).toBeTruthy();
    expect(screen.getByText('Nothing found.')).toBeTruthy();
  });

  test('searches the texts too when that is wanted, and says how that goes', () => {
    const { searchTexts } = show({ texts: { kind: 'offered' } });
    fireEvent.click(screen.getByRole('button', { name: 'Search the pages’ texts as well' }));
    expect(searchTexts).toHaveBeenCalledOnce();
    cleanup();
    show({ texts: { kind: 'searching' } });
    expect(screen.getByText('Searching the texts…')).toBeTruthy();
    cleanup();
    show({ texts: { kind: 'done', count: 1200 } });
    expect(screen.getByText('Found in texts alone: 1,200')).toBeTruthy();
  });

  test('tells an empty list from one that cannot be read', async () => {
    show({ heads: { heads: [], unreadable: [], read: 'all' } });
    expect(screen.getByText('No answers yet')).toBeTruthy();
    cleanup();
    show({ heads: { heads: [], unreadable: [], read: 'failed' } });
    expect(await screen.findByText(/could not be read/)).toBeTruthy();
  });

  test('counts what cannot be read, saves it as it is, and deletes it only when that is wanted', async () => {
    const { removeUnreadable, saveUnreadable } = show({
      heads: { heads: [], unreadable: ['x', 'y'], read: 'all' },
    });
    expect(screen.getByText('Could not be read: 2')).toBeTruthy();
    expect(screen.queryByText('No answers yet')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Export' }));
    expect(saveUnreadable).toHaveBeenCalledOnce();
    expect((await screen.findByRole('alert')).textContent).toContain('could not be read');
    expect(removeUnreadable).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect(removeUnreadable).toHaveBeenCalledOnce();
  });

  test('deletes all after a second word, which says what stays and what the disk may keep', () => {
    const { removeAll } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Delete all' }));
    expect(removeAll).not.toHaveBeenCalled();
    expect(document.activeElement?.textContent).toContain('cannot be undone');
    expect(screen.getByText(/Receipts stay.*The browser frees the disk later/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    fireEvent.click(screen.getByRole('button', { name: 'Delete all' }));
    fireEvent.click(screen.getByRole('button', { name: 'Delete all now' }));
    expect(removeAll).toHaveBeenCalledOnce();
  });

  test('says before it deletes all how many that are, however few are found', () => {
    const live = head('live', { mark: 'live' });
    const heads = { heads: [...three, live], unreadable: [], read: 'all' } as const;
    show({ heads, found: three.slice(0, 1) });
    expect(screen.getByText('1 of 4')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Delete all' }));
    expect(document.activeElement?.textContent).toContain('Delete all answers (3)');
  });

  test('saves what is found, and says so when that fails', async () => {
    const { save } = show();
    save.mockRejectedValueOnce(new Error('closed'));
    fireEvent.click(screen.getByRole('button', { name: 'Export' }));
    fireEvent.click(screen.getByRole('button', { name: 'JSON' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Markdown' }));
    expect(await screen.findByRole('button', { name: 'Export' })).toBeTruthy();
    expect(save.mock.calls).toEqual([['json'], ['markdown']]);
  });
});

describe('the foot of the history keeps the focus', () => {
  const foot = () => document.querySelector('.history-foot');

  test.each([
    ['Export', 'Cancel'],
    ['Export', 'JSON'],
    ['Delete all', 'Cancel'],
    ['Delete all', 'Delete all now'],
  ])('once %s and then %s is pressed', async (first, second) => {
    show();
    activate(first);
    activate(second);
    await screen.findByRole('button', { name: 'Export' });
    expect(foot()?.contains(document.activeElement)).toBe(true);
  });

  test('once a deletion is undone', () => {
    function Shown() {
      const [deletion, setDeletion] = useState<Deletion>({ kind: 'deleted', runIds: ['a'] });
      const heads = { heads: three, unreadable: [], read: 'all' } as const;
      const asks = { undo: () => setDeletion({ kind: 'none' }) } as HistoryAsks;
      return <HistoryFoot heads={heads} found={three} deletion={deletion} asks={asks} />;
    }
    render(<Shown />);
    activate('Undo');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(foot()?.contains(document.activeElement)).toBe(true);
  });
});

describe('what the background has not deleted, as it is under way after all,', () => {
  type Deleting = ReturnType<typeof useDeleting>;

  test.each<[string, (deleting: Deleting) => void]>([
    ['one that is listed', ({ deleteOne }) => deleteOne('a')],
    ['one that cannot be read', ({ deleteUnreadable }) => deleteUnreadable(['a'])],
  ])('is said to be there: %s', async (_, remove) => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async () => false);
    const reread = vi.fn(async () => {});
    const list = { heads: three, unreadable: [], read: 'all', without: vi.fn(), reread } as const;
    const { result } = renderHook(() => useDeleting(list));
    remove(result.current);
    await vi.waitFor(() => expect(result.current.deletion).toEqual({ kind: 'failed' }));
    await vi.waitFor(() => expect(reread).toHaveBeenCalledOnce());
  });
});

test('what could not be read, and was deleted, can be brought back like any other', async () => {
  const asked: Command[] = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    asked.push(message as Command);
    return true;
  });
  const reread = vi.fn(async () => {});
  const list = {
    heads: [],
    unreadable: ['x', 'y'],
    read: 'all',
    without: vi.fn(),
    reread,
  } as const;
  const { result } = renderHook(() => useDeleting(list));
  result.current.deleteUnreadable(list.unreadable);
  await vi.waitFor(() => expect(result.current.deletion.kind).toBe('deleted'));
  result.current.undo();
  await vi.waitFor(() => expect(result.current.deletion.kind).toBe('none'));
  const back = asked.filter(({ kind }) => kind === 'undo-delete');
  expect(back).toMatchObject([{ runId: 'x' }, { runId: 'y' }]);
});
