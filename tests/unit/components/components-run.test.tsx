// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { RunView } from '../../../components/run/RunView';
import en from '../../../public/_locales/en/messages.json';
import { actionOf } from '../../../utils/core/actions/own-action';
import type { Estimate } from '../../../utils/core/estimate/estimate';
import { defaultModel } from '../../../utils/core/model';
import { remedyIn } from '../../../utils/core/runs/go-on';
import type { Run } from '../../../utils/core/runs/run';
import type { Turn } from '../../../utils/core/runs/turn';
import { speak } from '../../../utils/i18n';
import { ownAction } from '../../gallery/data/own-actions';
import { problems } from '../../gallery/data/problems';
import { between, confirming, failed, receipt, run, source, turn } from '../../gallery/data/runs';
import { runAsks } from '../run-asks';

const from = source('Text of the page', 'Title');
const nameModel = (id: string) => (id === defaultModel.id ? defaultModel.name : id);

function show(shown: Run) {
  const asks = runAsks();
  const view = render(<RunView run={shown} nameModel={nameModel} asks={asks} />);
  const update = (next: Run) =>
    view.rerender(<RunView run={next} nameModel={nameModel} asks={asks} />);
  return { asks, update, view };
}

const ended = (change = {}) =>
  run(from, {
    turns: [turn({ kind: 'done' }, { text: 'The answer.', receipt: receipt(), ...change })],
  });
const line = () => document.querySelector('.receipt-line')?.textContent;
const button = (name: string) => screen.getByRole('button', { name });

beforeEach(() => speak('en-US', en));
afterEach(cleanup);

test('a receipt says what writing the cache took more, and how likely it is to pay', () => {
  show(ended({ chance: 0.62, receipt: receipt({ saved: -31_000 }) }));
  const rows = document.querySelector('.receipt dl')?.textContent;
  expect(rows).toContain('Extra for writing the cache$0.000031');
  expect(rows).toContain('Chance of another question62%');
  cleanup();
  show(ended({ chance: 0.62, receipt: receipt({ saved: 31_000 }) }));
  expect(document.querySelector('.receipt dl')?.textContent).not.toContain('Chance');
});

test.each<[is: string, repeated: Turn['repeated'], followed: number]>([
  ['that comes word by word is followed to its end', undefined, 1],
  ['of before is read from its beginning: it is there all at once', { at: 5 }, 0],
])('an answer %s', (_, repeated, followed) => {
  const followers = new Set<object>();
  const Observer = class {
    observe = () => void followers.add(this);
    disconnect = () => void followers.delete(this);
  };
  vi.stubGlobal('ResizeObserver', Observer);
  const { update } = show(run(from, { turns: [turn({ kind: 'streaming' })] }));
  expect(followers.size).toBe(1);
  update(ended({ repeated }));
  expect(followers.size).toBe(followed);
  vi.unstubAllGlobals();
});

test.each<[is: string, repeated: Turn['repeated']]>([
  ['was paid for', undefined],
  ['is one of before and cost nothing', { at: 5 }],
])('an answer that %s has one button to ask again, named as what may cost', (_, repeated) => {
  const { asks } = show(ended({ repeated }));
  const [again, ...more] = screen.getAllByRole('button', { name: /again/i });
  expect(again?.textContent).toBe('Ask again');
  expect(more).toEqual([]);
  fireEvent.click(again as HTMLElement);
  expect(asks.tryAgain).toHaveBeenCalledOnce();
});

describe('a problem', () => {
  test.each(problems.map((problem) => [problem.kind, problem] as const))(
    '%s says what happened and offers exactly one button',
    (_, problem) => {
      const shown = failed(from, problem, 'Some text');
      const { asks } = show(shown);
      const inside = within(document.querySelector('.problem') as HTMLElement);
      const buttons = [...inside.queryAllByRole('button'), ...inside.queryAllByRole('link')];
      expect(inside.getByRole('heading').textContent).not.toContain('{');
      expect(buttons).toHaveLength(1);
      const remedy = remedyIn(shown, problem, en.goOnQuestion.message, Date.now());
      if (remedy.kind === 'open-link') {
        expect(buttons[0]?.getAttribute('href')).toBe(remedy.url);
      } else if (remedy.kind === 'unlock') {
        expect(document.querySelector('.unlock input[type=password]')).not.toBeNull();
      } else if (remedy.kind === 'begin-database') {
        expect(document.querySelector('.begin-database')).not.toBeNull();
      } else {
        fireEvent.click(buttons[0] as HTMLElement);
        expect(asks.remedy).toHaveBeenCalledExactlyOnceWith(remedy);
      }
    },
  );

  test('of a missing key says whose', () => {
    show(failed(from, { kind: 'no-key', service: 'Gateway' }, ''));
    const words = document.querySelector('.problem')?.textContent;
    expect(words).toContain('an API key for Gateway');
    expect(words).toContain('goes to Gateway only');
    expect(words).not.toContain('Anthropic');
  });

  test('that may cost again says so beside its button', () => {
    show(failed(from, { kind: 'interrupted', cause: 'silence' }, ''));
    expect(screen.getByText('A new request: it may be charged again.')).toBeTruthy();
  });

  test('leaves the part of the answer that arrived above it', () => {
    show(failed(from, { kind: 'interrupted', cause: 'silence' }, 'Some text'));
    const place = screen
      .getByText('Some text')
      .compareDocumentPosition(screen.getByText('The answer was interrupted'));
    expect(place & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(button('Copy')).toBeTruthy();
  });
});

test('an answer in a private window says what is kept of it, once it has ended', () => {
  show(run(from, { private: true, turns: [turn({ kind: 'streaming' }, { text: 'Some' })] }));
  expect(screen.queryByText(/soon after you close them/)).toBeNull();
  cleanup();
  show(run(from, { turns: [turn({ kind: 'done' }, { text: 'Some text' })] }));
  expect(screen.queryByText(/soon after you close them/)).toBeNull();
  cleanup();
  show(run(from, { private: true, turns: [turn({ kind: 'done' }, { text: 'Some text' })] }));
  expect(screen.getByText(/soon after you close them/)).toBeTruthy();
});

describe('a receipt', () => {
  test('never begins a line with the dot between two of its parts', () => {
    show(ended({ receipt: receipt({ saved: 31_000 }) }));
    expect(line()).toMatch(/^\S+ · Claude Haiku 5\.5 · 1,496 tokens · \S+ · cache saved \S+$/);
    // Lines break between these alone.
    const parts = [...document.querySelectorAll('.receipt-line > *')].map(
      (part) => part.textContent,
    );
    expect(parts).toHaveLength(5);
    expect(parts.filter((part) => /^[\s·]/.test(part))).toEqual([]);
  });

  test('is one line: cost, model, tokens, time', () => {
    show(ended());
    expect(line()).toBe('$0.00023 · Claude Haiku 5.5 · 1,496 tokens · 2.1s');
  });

  test('says at least and at most when the stream was cut', () => {
    show(ended({ receipt: receipt({ final: false, cost: between }) }));
    expect(screen.getByText('at least $0.0001349, at most $0.0008784')).toBeTruthy();
    expect(screen.getByText('at least 212')).toBeTruthy();
  });

  test('of which nothing is certain says at most', () => {
    const cost = { kind: 'between', atLeast: 0, atMost: 878_400 } as const;
    show(ended({ receipt: receipt({ usage: null, final: false, cost, wholeMs: null }) }));
    expect(line()).toBe('at most $0.00088 · Claude Haiku 5.5');
  });

  test('never guesses a price', () => {
    show(ended({ receipt: receipt({ cost: { kind: 'unknown' }, pricedOn: null }) }));
    expect(screen.getAllByText(/price unknown/)).toHaveLength(2);
    expect(screen.queryByText('Prices as of')).toBeNull();
  });

  test('tells usage that was not reported from none', () => {
    show(ended({ receipt: receipt({ usage: null, final: false, cost: between }) }));
    expect(screen.getAllByText('not reported')).toHaveLength(2);
  });
});

describe('a run', () => {
  test('can be stopped while it is live, and not afterwards', () => {
    const { asks, update } = show(run(from, { turns: [turn({ kind: 'streaming' })] }));
    fireEvent.click(button('Stop'));
    expect(asks.stop).toHaveBeenCalledOnce();
    update(ended());
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  });

  test('never loses the focus to the body', () => {
    const { update } = show(run(from, { turns: [turn({ kind: 'streaming' })] }));
    button('Stop').focus();
    update(ended());
    expect(document.activeElement?.textContent).toBe('Title');
  });

  test('that waits counts the seconds from the second one on', () => {
    const sent = (ms: number) =>
      run(from, { turns: [turn({ kind: 'sending' }, { sentAt: Date.now() - ms })] });
    show(sent(1000));
    expect(screen.getByText('Waiting for the first word…')).toBeTruthy();
    cleanup();
    show(sent(3200));
    expect(screen.getByText('Waiting for the first word… 3s')).toBeTruthy();
  });

  test('that falls silent in mid-answer says after 15 seconds that something is slow, until more comes', async () => {
    vi.useFakeTimers();
    const slow = /connection or the service is slow/;
    const telling = (text: string) => run(from, { turns: [turn({ kind: 'streaming' }, { text })] });
    const passes = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
    const { update } = show(telling('One'));
    await passes(14_000);
    update(telling('One two'));
    await passes(14_000);
    expect(screen.queryByText(slow)).toBeNull();
    await passes(1_500);
    expect(screen.getByText(slow)).toBeTruthy();
    update(telling('One two three'));
    await passes(100);
    expect(screen.queryByText(slow)).toBeNull();
    vi.useRealTimers();
  });

  test('that will try again counts down a minute and a half at most, although the clock was put back', () => {
    const at = Date.now() + 86_400_000;
    const state = { kind: 'retrying', at, problem: { kind: 'overloaded' } } as const;
    show(run(from, { turns: [turn(state)] }));
    expect(screen.getByText('Trying again in 90s')).toBeTruthy();
  });

  test('that will try again counts down and can be stopped', () => {
    const state = {
      kind: 'retrying',
      at: Date.now() + 11_900,
      problem: { kind: 'overloaded' },
    } as const;
    show(run(from, { turns: [turn(state)] }));
    expect(screen.getByText('Trying again in 12s')).toBeTruthy();
    expect(button('Stop')).toBeTruthy();
  });

  test('that is dear is sent only by its button', () => {
    const { asks } = show(confirming(from));
    expect(screen.getByText('$0.0042–0.18')).toBeTruthy();
    fireEvent.click(button('Send'));
    expect(asks.send).toHaveBeenCalledOnce();
    fireEvent.click(button('Cancel'));
    expect(asks.cancel).toHaveBeenCalledOnce();
  });

  test('of an action of the user’s own shows what it asked and was told', () => {
    const action = actionOf(ownAction({ prompt: 'Write. {{ask:To whom?}}' }));
    const given = { date: '2026-11-26', answers: ['The mayor'], address: false };
    show({ ...ended(), action, given });
    const asked = screen.getByText('To whom? The mayor');
    // Which stays in sight: a long question would cover the answer.
    expect(asked.closest('header')).toBeNull();
  });

  test('that could not be saved says so', () => {
    show({ ...ended(), saved: false });
    expect(screen.getByText(/could not be saved/)).toBeTruthy();
  });

  test('is announced when it is live, and silent when it was there already', () => {
    const said = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
    show(run(from, { turns: [turn({ kind: 'streaming' })] }));
    expect(said().filter(Boolean)).toEqual(['Summarizing']);
    cleanup();
    show(ended());
    expect(said().filter(Boolean)).toEqual([]);
  });
});

describe('a request that waits for consent says', () => {
  const always = /before it sends anything, as you chose/;
  const tokens = /asks first above 50,000 tokens/;
  const few = { low: 1100, high: 1500 };
  const many = { low: 40_000, high: 60_000 };
  const cost = { low: 1_000_000, high: 20_000_000 };

  test.each<[string, Partial<Estimate>, number, RegExp, string]>([
    ['that it always asks', { prompt: few, cost }, 0, always, 'Send this?'],
    ['that it always asks, of a long text too', { prompt: many }, 0, always, 'A long text.'],
    ['that it always asks, whatever it costs', { prompt: few, cost: null }, 0, always, 'Send this'],
    ['the limit in money', { prompt: few, cost }, 10_000_000, /\$0\.01/, 'Send this?'],
    ['the limit in money, of a long text too', { prompt: many, cost }, 10_000_000, /\$0\.01/, 'A'],
    ['the limit in tokens', { prompt: many, cost }, 1_000_000_000, tokens, 'A long text. Send it?'],
    ['the limit in tokens, its price unknown', { prompt: many, cost: null }, 1, tokens, 'A long'],
  ])('%s', (_, change, nano, reason, title) => {
    show(confirming(from, change, { nano, tokens: 50_000 }));
    expect(screen.getByText(reason)).toBeTruthy();
    expect(screen.getByRole('heading', { name: new RegExp(`^${title}`) })).toBeTruthy();
    expect(document.querySelectorAll('.confirming p')).toHaveLength(1);
  });

  test('where it would go, unless that is Anthropic', () => {
    const endpoint = { endpointId: 'own', service: 'Gateway', model: 'own-model' };
    show(confirming(from, endpoint));
    expect(screen.getByText('Cost with own-model · Gateway')).toBeTruthy();
    cleanup();
    show(confirming(from));
    expect(screen.getByText('Cost with Claude Haiku 5.5')).toBeTruthy();
  });
});
