// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RunView } from '../../components/RunView';
import en from '../../public/_locales/en/messages.json';
import type { CheaperWays } from '../../utils/core/cheaper';
import type { Problem } from '../../utils/core/problem';
import { speak } from '../../utils/i18n';
import { confirming, failed, source } from '../gallery/data/runs';
import { runAsks } from './run-asks';

const here = source('Text of the page', 'Title', { kind: 'page' });
const problem: Problem = {
  kind: 'over-limit',
  ...{ limit: 'day', most: 50_000_000, left: 20_000_000, cost: 60_000_000 },
};
const all: CheaperWays = {
  model: { atMost: 12_000_000, less: 0.8, endpointId: 'own', model: 'm', name: 'Haiku' },
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

describe('above a limit', () => {
  test('cheaper ways are offered first, with their prices; sending anyway comes last', async () => {
    show(all);
    await screen.findByRole('heading', { name: 'Cheaper ways' });
    expect(names()).toEqual([
      'Ask Haiku instead',
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
    expect(asks.takeCheaper.mock.calls).toEqual([
      [{ kind: 'model', endpointId: 'own', model: 'm' }],
      [{ kind: 'selection' }],
      [{ kind: 'part' }],
    ]);
    expect(asks.remedy).not.toHaveBeenCalled();
    expect(asks.send).not.toHaveBeenCalled();
  });

  test.each([
    ['there is none', { model: null, selection: null, part: null }],
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
