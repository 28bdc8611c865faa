// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import RunHere from '../../../components/run/RunHere';
import en from '../../../public/_locales/en/messages.json';
import { builtIns } from '../../../utils/core/actions/action';
import { noUsage } from '../../../utils/core/money/usage';
import { canGoOn } from '../../../utils/core/runs/go-on';
import { problemOf, type Run } from '../../../utils/core/runs/run';
import type { EndState, Turn } from '../../../utils/core/runs/turn';
import { speak } from '../../../utils/i18n';
import type { Command } from '../../../utils/messages/messages';
import { receipt, run, source, turn } from '../../gallery/data/runs';
import { surroundingsOf } from '../surroundings';

const from = source('Text of the page', 'Title');
const cut = { kind: 'cut' } as const;
const text = 'The river rose';

function broken(state: EndState, change: Partial<Turn> = {}, of: Partial<Run> = {}): Run {
  const usage = { ...noUsage, input: 1_000, output: 200 };
  const last = turn(state, { text, usage, final: true, receipt: receipt(), ...change });
  return run(from, { turns: [last], ...of });
}

const goesOn = (of: Run) => {
  const problem = problemOf(of);
  return problem !== null && canGoOn(of, problem);
};

describe('an answer can go on', () => {
  const place = { kind: 'field', frameId: 0 } as const;
  const failed = (problem: Parameters<typeof canGoOn>[1]): EndState => ({
    kind: 'failed',
    problem,
  });
  test.each<[when: string, of: Run, goesOn: boolean]>([
    ['that reached its limit', broken(cut), true],
    ['that was interrupted', broken({ kind: 'interrupted', cause: 'connection' }), true],
    ['in which the service stopped', broken(failed({ kind: 'service-stopped' })), true],
    ['of which no word arrived', broken(cut, { text: '' }), false],
    ['that is whole', broken({ kind: 'done' }), false],
    ['that the user stopped', broken({ kind: 'stopped' }), false],
    ['that was refused', broken(failed({ kind: 'refused', category: null })), false],
    ['that is read', broken(cut, {}, { action: builtIns.rewrite }), true],
    [
      'that takes the place of a text',
      broken(cut, {}, { action: builtIns.rewrite, source: { ...from, place } }),
      false,
    ],
  ])('%s: %#', (_, of, expected) => expect(goesOn(of)).toBe(expected));
});

describe('the button below an answer that broke off', () => {
  beforeEach(() => speak('en-US', en));
  afterEach(cleanup);

  function show(shown: Run) {
    const ask = vi.fn(async (_: Command) => true);
    const asks = { ask, onLeave: vi.fn(), onPaste: vi.fn(), onAgain: vi.fn() };
    render(<RunHere run={shown} surroundings={surroundingsOf('popup')} {...asks} />);
    return { ask, problem: within(document.querySelector('.problem') as HTMLElement) };
  }

  test('asks to go on there, and says first what that may cost', () => {
    const { ask, problem } = show(broken(cut));
    expect(problem.getByText(/^A new request, which goes on from there: \$0\.00/)).toBeTruthy();
    fireEvent.click(problem.getByRole('button', { name: 'Go on' }));
    const question = en.goOnQuestion.message;
    expect(ask).toHaveBeenCalledWith({
      kind: 'ask',
      runId: 'run',
      tabId: 7,
      question,
      unsaved: false,
    });
  });

  test('says so where the price is not known', () => {
    const { problem } = show(broken(cut, { pricing: { kind: 'own', prices: [] } }));
    expect(
      problem.getByText('A new request, which goes on from there: price unknown'),
    ).toBeTruthy();
  });

  test('leaves it to the user to ask all of it again', () => {
    const { ask } = show(broken(cut));
    fireEvent.click(screen.getByRole('button', { name: 'Ask again' }));
    expect(ask).toHaveBeenCalledWith(expect.objectContaining({ kind: 'try-again' }));
  });

  test('asks all of it again where nothing arrived', () => {
    const { problem } = show(broken(cut, { text: '' }));
    expect(problem.getByRole('button', { name: 'Ask again' })).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'Ask again' })).toHaveLength(1);
  });

  test('asks a question anew where who has answered so far is gone', () => {
    const gone = turn(
      { kind: 'failed', problem: { kind: 'endpoint-gone' } },
      { question: 'How thick was it?', receipt: null },
    );
    const { ask, problem } = show(run(from, { turns: [turn({ kind: 'done' }), gone] }));
    expect(problem.getByText(en.advice_endpoint_gone.message)).toBeTruthy();
    fireEvent.click(problem.getByRole('button', { name: 'Try again' }));
    expect(ask).toHaveBeenCalledWith(expect.objectContaining({ kind: 'try-again' }));
  });
});
