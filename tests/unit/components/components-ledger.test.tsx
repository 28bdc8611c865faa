// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { LedgerHere } from '../../../components/ledger/LedgerHere';
import en from '../../../public/_locales/en/messages.json';
import {
  always,
  dayAfter,
  dayAt,
  firstDayOf,
  monthAfter,
  monthOf,
} from '../../../utils/core/calendar';
import type { Line } from '../../../utils/core/ledger/ledger-line';
import { modelKey } from '../../../utils/core/ledger/ledger-view';
import { speak } from '../../../utils/i18n';
import { parseCommand } from '../../../utils/messages/incoming';
import { createLedgerBin } from '../../../utils/runs/ledger-bin';
import { database } from '../../../utils/store/database';
import { ledger } from '../../../utils/store/ledger';
import { lineWith } from '../ledger-lines';
import { parseCsv } from '../rfc4180';

const today = dayAt(Date.now());
const noon = new Date(`${today}T12:00`).getTime();

const line = (id: string, change: Partial<Line> = {}) =>
  lineWith({ id, at: noon, day: today, ...change });
const opus = { model: 'claude-opus-5-5', cost: { kind: 'exact', nano: 2_000_000_000 } } as const;

const everything = { ...always, model: null, actionId: null, site: null };

/** The background, as far as the page needs one: it takes only what it would take from a view. */
function background() {
  const bin = createLedgerBin(ledger);
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (...sent: unknown[]) => {
    const command = parseCommand(sent[0]);
    if (command?.kind === 'delete-lines') {
      const { deletion, lines } = await bin.delete(command.unwanted);
      return { deletion, lines: lines.length };
    }
    if (command?.kind === 'undo-lines') return bin.undo(command.deletion);
    throw new Error('That is no command.');
  });
}

beforeEach(() => {
  fakeBrowser.reset();
  speak('en-US', en);
  background();
});
afterEach(async () => {
  cleanup();
  await ledger.take(everything);
});

async function open(...lines: readonly Line[]): Promise<Element> {
  await ledger.putBack(lines);
  const { container } = render(<LedgerHere />);
  await waitFor(() => expect(container.querySelector('.ledger')).not.toBeNull());
  if (lines.length > 0) await waitFor(() => expect(linesIn(container)).not.toHaveLength(0));
  return container;
}

function linesIn(page: ParentNode) {
  return [...page.querySelectorAll<HTMLElement>('.ledger-line')];
}

const plain = (text: string | null | undefined) => (text ?? '').replace(/[\u2066-\u2069]/g, '');
const figures = (page: ParentNode) =>
  [...page.querySelectorAll('.ledger-figure')].map(({ textContent }) => plain(textContent));
const costs = (page: ParentNode) =>
  [...page.querySelectorAll('.history-cost')].map(({ textContent }) => plain(textContent));
const choose = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const shows = (page: ParentNode, ...told: readonly string[]) =>
  waitFor(() => expect(costs(page)).toEqual(told));
async function openIn(line: HTMLElement | undefined): Promise<HTMLElement> {
  if (!(line instanceof HTMLDetailsElement)) throw new Error('There is no such line.');
  line.open = true;
  fireEvent(line, new Event('toggle'));
  await within(line).findByRole('button', { name: 'Delete' });
  return line;
}
/** Opens a line and deletes it there. */
async function deleteIn(shown: HTMLElement | undefined): Promise<void> {
  const line = await openIn(shown);
  fireEvent.click(await within(line).findByRole('button', { name: 'Delete' }));
}
/** The ends that are watched: `near` tells of the last one that it is near. */
function observeEnds() {
  const watched: ((entries: readonly object[]) => void)[] = [];
  class Observer {
    constructor(told: (entries: readonly object[]) => void) {
      watched.push(told);
    }
    observe() {}
    disconnect() {}
  }
  vi.stubGlobal('IntersectionObserver', Observer);
  return { watched, near: () => watched.at(-1)?.([{ isIntersecting: true }]) };
}
const focused = () => document.activeElement?.getAttribute('data-id');
const press = (key: string, more = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });

describe('the costs', () => {
  test('what is to come is one amount where all that was spent is known', async () => {
    const page = await open(line('a', { cost: { kind: 'exact', nano: 1_231_111_111 } }));
    expect(figures(page)[2]).toMatch(/^(≈ )?\$[\d,.]+$/);
    expect(page.querySelector('.ledger-figures')?.textContent).not.toContain(
      en.priceUnknown.message,
    );
  });

  test('what is to come is told with what of it has no price', async () => {
    const page = await open(line('a', { cost: { kind: 'unknown' } }));
    expect(page.querySelector('.ledger-figures > :last-child')?.textContent).toContain(
      `+ ${en.priceUnknown.message}`,
    );
  });

  test('of nobody say what will be there', async () => {
    const page = await open();
    expect(screen.getByText('No costs yet')).toBeTruthy();
    expect(page.querySelector('button')).toBeNull();
  });

  test('of one request are told in all places', async () => {
    const page = await open(line('a', opus));
    expect(figures(page).slice(0, 2)).toEqual(['$2.00', '$2.00']);
    await shows(page, '$2.00');
    const shares = screen.getAllByRole('table').map(({ textContent }) => plain(textContent));
    for (const name of ['claude-opus-5-5', 'Summarize', 'example.org'])
      expect(shares.some((told) => told.includes(`${name}100%$2.00`))).toBe(true);
  });

  test('keep what is only estimated, and what has no price, beside what is exact', async () => {
    const page = await open(
      line('a', opus),
      line('b', { cost: { kind: 'between', atLeast: 1e9, atMost: 3e9 } }),
      line('c', { cost: { kind: 'unknown' } }),
    );
    expect(figures(page)[0]).toBe('$2.00');
    const told = plain(page.querySelector('.ledger-figures div')?.textContent);
    expect(told).toContain('+ $1.00–3.00 estimated');
    expect(told).toContain('+ price unknown: 1');
  });

  test.each([
    ['its receipt did, where no price is known', { kind: 'unknown' }, true, false],
    ['its receipt did, broken off without a price', { kind: 'unknown' }, false, true],
    ['an exact cost does, in a line of before that was kept', opus.cost, undefined, false],
  ] as const)('tell of a line’s tokens what %s', async (_, cost, final, isAtLeast) => {
    const page = await open(line('a', { cost, final }));
    const told = (await openIn(linesIn(page)[0])).textContent ?? '';
    expect(told.includes('at least')).toBe(isAtLeast);
  });

  test('keep the facts of a request apart, so that Latin names stand in their order in every language', async () => {
    const page = await open(line('a', { site: 'example.org' }));
    const facts = linesIn(page)[0]?.querySelectorAll('.history-when bdi') ?? [];
    expect([...facts].map(({ textContent }) => textContent).slice(1)).toEqual([
      'Claude Haiku 5.5',
      'example.org',
    ]);
  });

  test('list the first fifty of many, and more when their end is near', async () => {
    const { near } = observeEnds();
    const many = Array.from({ length: 120 }, (_, index) => line(`t${index}`, { at: noon + index }));
    const page = await open(...many);
    expect(linesIn(page)).toHaveLength(50);
    expect(plain(screen.getByRole('heading', { name: /All requests/ }).textContent)).toContain(
      '120',
    );
    near();
    await waitFor(() => expect(linesIn(page)).toHaveLength(100));
    near();
    await waitFor(() => expect(linesIn(page)).toHaveLength(120));
  });

  test('are not read again and again at the end of a list of which a line cannot be read', async () => {
    const { watched, near } = observeEnds();
    await ledger.putBack([line('a', opus), line('b', opus)]);
    const stored = await database();
    await stored.put('ledger', { id: 'b', day: today, at: noon });
    const page = await open();
    await shows(page, '$2.00');
    // Comes after whatever has been asked of the database.
    const settle = async () => void (await stored.count('ledger'));
    await act(settle);
    const before = watched.length;
    await act(() => {
      near();
      return settle();
    });
    expect(watched).toHaveLength(before);
  });

  test('are the same to a reader of tables as they are drawn', async () => {
    const yesterday = dayAfter(today, -1);
    const page = await open(line('a', opus), line('b', { day: yesterday, cost: opus.cost }));
    choose('Filter by date', '30-days');
    const table = await waitFor(() => {
      const found = screen.getByRole('table', { name: 'By day' });
      expect(within(found).getAllByRole('row')).toHaveLength(3);
      return found;
    });
    const [head, newest] = within(table).getAllByRole('row');
    expect([...(head?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
      'Date',
      'Cost',
      'Requests',
      'Tokens',
    ]);
    const cells = [...(newest?.children ?? [])].map(({ textContent }) => plain(textContent));
    expect(cells.slice(1)).toEqual(['$2.00', '1', '120']);
    expect(newest?.querySelector('th')?.getAttribute('scope')).toBe('row');
    await waitFor(() => expect(page.querySelectorAll('.bars-bar')).toHaveLength(30));
    expect(page.querySelector('.bars')?.getAttribute('aria-hidden')).toBe('true');
  });
});

describe('the costs that are looked at', () => {
  test('are chosen by model, action and site, and are none where nothing is both', async () => {
    const page = await open(
      line('a', opus),
      line('b', { action: { id: 'own-1', title: 'Mine' }, site: 'rare.example' }),
    );
    await shows(page, '$0.00002', '$2.00');
    choose('Filter by model', modelKey({ service: 'Anthropic', model: 'claude-opus-5-5' }));
    await shows(page, '$2.00');
    choose('Filter by site', 'rare.example');
    expect(await screen.findByText('Nothing was sent in this time.')).toBeTruthy();
    choose('Filter by model', '*');
    await shows(page, '$0.00002');
    choose('Filter by action', 'summarize');
    expect(await screen.findByText('Nothing was sent in this time.')).toBeTruthy();
    choose('Filter by site', '*');
    await shows(page, '$2.00');
  });

  test('are of a year or of all time when that is chosen; today and this month stay as they are', async () => {
    const longAgo = firstDayOf(monthAfter(monthOf(today), -5));
    const before = firstDayOf(monthAfter(monthOf(today), -20));
    const page = await open(
      line('a', opus),
      line('b', { day: longAgo, cost: opus.cost }),
      line('c', { day: before, site: 'rare.example' }),
    );
    await shows(page, '$2.00');
    choose('Filter by date', '12-months');
    await shows(page, '$2.00', '$2.00');
    expect(page.querySelectorAll('.bars-bar')).toHaveLength(12);
    choose('Filter by date', 'all');
    await shows(page, '$2.00', '$2.00', '$0.00002');
    choose('Filter by site', 'rare.example');
    await shows(page, '$0.00002');
    expect(figures(page).slice(0, 2)).toEqual(['$2.00', '$2.00']);
  });

  test('go into a file, line by line, and nothing else does', async () => {
    const saved: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved.push(blob as Blob);
      return 'blob:file';
    });
    const page = await open(line('a', opus), line('b', { site: 'rare.example' }));
    choose('Filter by site', 'rare.example');
    await shows(page, '$0.00002');
    click('Export');
    click('CSV');
    await waitFor(() => expect(saved).toHaveLength(1));
    const [head, ...lines] = parseCsv((await saved[0]?.text()) ?? '');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.[head?.indexOf('site') ?? -1]).toBe('rare.example');
    click('Export');
    click('JSON');
    await waitFor(() => expect(saved).toHaveLength(2));
    expect(JSON.parse((await saved[1]?.text()) ?? '').lines).toMatchObject([{ id: 'b' }]);
  });
});

describe('costs that are deleted', () => {
  test('one by one leave all sums, and come back', async () => {
    const page = await open(line('a', opus), line('b', { cost: opus.cost }));
    await deleteIn(linesIn(page)[0]);
    await shows(page, '$2.00');
    await waitFor(() => expect(figures(page)[0]).toBe('$2.00'));
    expect(await screen.findByText(/Deleted: 1/)).toBeTruthy();
    click('Undo');
    await shows(page, '$2.00', '$2.00');
    await waitFor(() => expect(figures(page)[0]).toBe('$4.00'));
  });

  test('are out of the sums and the list before the disk has said so', async () => {
    const page = await open(line('a', opus), line('b', { cost: opus.cost }));
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(() => new Promise(() => {}));
    await deleteIn(linesIn(page)[0]);
    await shows(page, '$2.00');
    expect(figures(page).slice(0, 2)).toEqual(['$2.00', '$2.00']);
    expect(screen.queryByText(/Deleted: 1/)).toBeNull();
  });

  test('are those that are looked at, once that is asked and answered', async () => {
    const page = await open(line('a', opus), line('b', { site: 'rare.example' }));
    choose('Filter by site', 'rare.example');
    await shows(page, '$0.00002');
    click('Delete these (1)');
    expect(screen.getByText(/the budget then no longer know/)).toBeTruthy();
    click('Cancel');
    await shows(page, '$0.00002');
    click('Delete these (1)');
    click('Delete');
    expect(await screen.findByText(/Deleted: 1/)).toBeTruthy();
    choose('Filter by site', '*');
    await shows(page, '$2.00');
    click('Undo');
    await shows(page, '$0.00002', '$2.00');
  });

  test('are still there when the background could not, and that is said', async () => {
    const page = await open(line('a', opus));
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(new Error('The disk is full.'));
    await deleteIn(linesIn(page)[0]);
    expect(await screen.findByText('That could not be deleted.')).toBeTruthy();
    await shows(page, '$2.00');
    await waitFor(() => expect(figures(page)[0]).toBe('$2.00'));
  });

  test('are gone for good when it is too late, and that is said', async () => {
    const page = await open(line('a', opus), line('b', opus));
    await deleteIn(linesIn(page)[0]);
    await screen.findByText(/Deleted: 1/);
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async () => false);
    click('Undo');
    expect(await screen.findByText('That could not be brought back.')).toBeTruthy();
    await shows(page, '$2.00');
  });

  test('in one window leave the other', async () => {
    const one = await open(line('a', opus), line('b', { cost: opus.cost }));
    const { container: other } = render(<LedgerHere />);
    await shows(other, '$2.00', '$2.00');
    await deleteIn(linesIn(one)[0]);
    await shows(other, '$2.00');
    expect(figures(other)[0]).toBe('$2.00');
    // There nobody has deleted anything that could be brought back.
    expect(other.querySelector('.history-undo')).toBeNull();
  });

  test('that have grown too old leave a page that is open', async () => {
    const old = dayAfter(today, -29);
    const page = await open(line('a', opus), line('b', { day: old, cost: opus.cost }));
    choose('Filter by date', '30-days');
    await shows(page, '$2.00', '$2.00');
    await ledger.deleteBefore(dayAfter(today, -7));
    await shows(page, '$2.00');
  });
});

describe('the keys of the list', () => {
  test('lead through it, which is one stop of Tab, delete, and bring back', async () => {
    const three = ['a', 'b', 'c'].map((id, index) =>
      line(id, { at: noon - index, cost: opus.cost }),
    );
    const page = await open(...three);
    const stops = () =>
      [...page.querySelectorAll<HTMLElement>('.history-line')]
        .filter(({ tabIndex }) => tabIndex === 0)
        .map(({ dataset }) => dataset.id);
    expect(stops()).toEqual(['a']);
    page.querySelector<HTMLElement>('.history-line')?.focus();
    press('End');
    expect(focused()).toBe('c');
    press('ArrowUp');
    expect(focused()).toBe('b');
    await waitFor(() => expect(stops()).toEqual(['b']));
    press('Delete');
    await shows(page, '$2.00', '$2.00');
    expect(focused()).toBe('c');
    await screen.findByText(/Deleted: 1/);
    press('z', { ctrlKey: true });
    await shows(page, '$2.00', '$2.00', '$2.00');
  });
});

describe('the foot of the costs keeps the focus', () => {
  const activate = (name: string) => {
    const button = screen.getByRole('button', { name });
    button.focus();
    fireEvent.click(button);
  };
  const hasFocus = (page: ParentNode) =>
    page.querySelector('.ledger-foot')?.contains(document.activeElement);

  test.each(['Export', 'Delete these (1)'])('once %s is cancelled', async (name) => {
    const page = await open(line('a', opus));
    activate(name);
    activate('Cancel');
    expect(await screen.findByRole('button', { name })).toBeTruthy();
    expect(hasFocus(page)).toBe(true);
  });

  test('once lines are deleted, and once they are back', async () => {
    const page = await open(line('a', opus));
    activate('Delete these (1)');
    activate('Delete');
    await screen.findByText(/Deleted: 1/);
    expect(hasFocus(page)).toBe(true);
    activate('Undo');
    await shows(page, '$2.00');
    await waitFor(() => expect(screen.queryByText(/Deleted: 1/)).toBeNull());
    expect(hasFocus(page)).toBe(true);
  });
});
