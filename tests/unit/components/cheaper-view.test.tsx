// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import PreviewHere from '../../../components/preview/PreviewHere';
import { RunView } from '../../../components/run/RunView';
import en from '../../../public/_locales/en/messages.json';
import { type CheaperWays, noCheaperWays } from '../../../utils/core/money/cheaper';
import type { Problem } from '../../../utils/core/problem';
import { speak } from '../../../utils/i18n';
import type { Command } from '../../../utils/messages/messages';
import { confirming, failed, preview, source } from '../../gallery/data/runs';
import { runAsks } from '../run-asks';
import { surroundingsOf } from '../surroundings';

const here = source('Text of the page', 'Title', { kind: 'page' });
const problem: Problem = {
  kind: 'over-limit',
  ...{ limit: 'day', most: 50_000_000, left: 20_000_000, cost: 60_000_000 },
};
const all: CheaperWays = {
  model: { atMost: 12_000_000, less: 0.8, endpointId: 'own', model: 'm', name: 'Haiku' },
  shorter: { atMost: 15_000_000, less: 0.75, length: 'short' },
  selection: { atMost: 9_000_000, less: 0.85 },
  part: { atMost: 20_000_000, less: 0.66, share: 0.4, upTo: 'Chapter 7' },
};

function show(ways: CheaperWays | Error) {
  const asks = {
    ...runAsks(),
    cheaperWays: async () => {
      if (ways instanceof Error) throw ways;
      return ways;
    },
  };
  render(<RunView run={failed(here, problem, '')} nameModel={(id) => id} asks={asks} />);
  return asks;
}

const names = () =>
  screen
    .getAllByRole('button')
    .map(({ textContent }) => textContent)
    .filter((name) => name && document.querySelector('.problem')?.textContent?.includes(name));

beforeEach(() => speak('en-US', en));
afterEach(cleanup);

describe('the preview', () => {
  /** A background that knows these ways, with this much of $2 spent today. */
  async function open(ways: CheaperWays, dollars: number) {
    const asked: Command[] = [];
    const spent = { atMost: dollars * 1e9, unpriced: 0 };
    const limits = { day: 2e9, month: null, run: null };
    const shorter = { ...here, text: 'Text', part: { share: 0.4, upTo: null } };
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
      const command = message as Command;
      asked.push(command);
      switch (command.kind) {
        case 'budget':
          return { limits, spent: { day: spent, month: spent }, reserved: 0 };
        case 'cheaper-before':
          return ways;
        case 'source-before':
          return shorter;
        case 'preview-source':
          return preview(command.source);
        case 'has-picture':
          return false;
        default:
          return preview(here);
      }
    });
    const surroundings = surroundingsOf('popup');
    const asks = { ask: vi.fn(async () => {}), onPaste: vi.fn(), onHistory: vi.fn() };
    render(<PreviewHere surroundings={surroundings} pasted={null} {...asks} />);
    await screen.findByRole('option', { name: 'Summarize' });
    // What the view loads later is there before the test is over.
    await import('../../../utils/store/settings');
    return (kind: Command['kind']) => asked.filter((command) => command.kind === kind);
  }

  beforeEach(() => fakeBrowser.reset());

  test('offers cheaper ways where sending would go beyond a limit, and sends nothing by itself', async () => {
    const asked = await open(all, 2);
    await screen.findByRole('heading', { name: 'Cheaper ways' });
    screen.getByText('At most $0.012 (-80%).');
    fireEvent.click(screen.getByRole('button', { name: 'Ask Haiku instead' }));
    await vi.waitFor(() =>
      expect(asked('preview-source')).toEqual([
        expect.objectContaining({ picked: { endpointId: 'own', model: 'm' } }),
      ]),
    );
    expect(asked('start')).toEqual([]);
    expect(document.activeElement?.getAttribute('role')).toBe('combobox');
  });

  test('shows the part that was chosen instead of all', async () => {
    const asked = await open(all, 2);
    fireEvent.click(await screen.findByRole('button', { name: 'Read the first 40%' }));
    await screen.findByText('Only the first 40% of the text was read.');
    expect(asked('source-before')).toMatchObject([{ way: 'part', actionId: 'summarize' }]);
    screen.getByRole('button', { name: 'Back to all of it' });
  });

  test('chooses the length of the shorter answer, as its control would', async () => {
    const asked = await open(all, 2);
    fireEvent.click(await screen.findByRole('button', { name: 'A shorter answer: Short' }));
    await vi.waitFor(() =>
      expect(asked('cheaper-before').at(-1)).toMatchObject({ controls: { length: 'short' } }),
    );
    expect(screen.getByRole('combobox', { name: 'Length' })).toHaveProperty('value', 'short');
    expect(asked('start')).toEqual([]);
  });

  test('asks for no way while there is money left', async () => {
    const asked = await open(all, 1);
    await vi.waitFor(() => expect(asked('budget').length).toBeGreaterThan(1));
    expect(asked('cheaper-before')).toEqual([]);
    expect(screen.queryByRole('heading', { name: 'Cheaper ways' })).toBeNull();
  });
});

describe('above a limit', () => {
  test('cheaper ways are offered first, with their prices; sending anyway comes last', async () => {
    show(all);
    await screen.findByRole('heading', { name: 'Cheaper ways' });
    expect(names()).toEqual([
      'Ask Haiku instead',
      'A shorter answer: Short',
      'Only what is selected',
      'Read the first 40%',
      'Send anyway, this once',
    ]);
    const words = document.querySelector('.problem')?.textContent;
    expect(words).toContain('At most $0.012 (-80%).');
    expect(words).toContain('At most $0.009 (-85%).');
    expect(words).toContain('At most $0.02 (-66%). This part ends before “Chapter 7”.');
  });

  test('a click takes a way, and sends nothing by itself', async () => {
    const asks = show(all);
    fireEvent.click(await screen.findByRole('button', { name: 'Ask Haiku instead' }));
    fireEvent.click(screen.getByRole('button', { name: 'Only what is selected' }));
    fireEvent.click(screen.getByRole('button', { name: 'Read the first 40%' }));
    fireEvent.click(screen.getByRole('button', { name: 'A shorter answer: Short' }));
    expect(asks.takeCheaper.mock.calls).toEqual([
      [{ kind: 'model', endpointId: 'own', model: 'm' }],
      [{ kind: 'selection' }],
      [{ kind: 'part' }],
      [{ kind: 'shorter', length: 'short' }],
    ]);
    expect(asks.remedy).not.toHaveBeenCalled();
    expect(asks.send).not.toHaveBeenCalled();
  });

  test.each([
    ['there is none', noCheaperWays],
    ['nobody can tell', new Error('gone')],
  ] as const)('nothing is offered where %s', async (_, ways) => {
    show(ways);
    await Promise.resolve();
    expect(names()).toEqual(['Send anyway, this once']);
  });

  test('what the way that was taken costs is shown before it is sent', () => {
    const waits = confirming(here, {});
    const state = { ...waits.state, cheaper: true } as typeof waits.state;
    render(<RunView run={{ ...waits, state }} nameModel={(id) => id} asks={runAsks()} />);
    expect(screen.getByText(/^This is what the cheaper way may cost/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Send' })).toBeTruthy();
  });
});
