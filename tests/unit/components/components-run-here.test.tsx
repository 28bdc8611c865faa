// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { render as draw } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import RunHere from '../../../components/run/RunHere';
import en from '../../../public/_locales/en/messages.json';
import type { Run } from '../../../utils/core/runs/run';
import { speak } from '../../../utils/i18n';
import type { Command } from '../../../utils/messages/messages';
import { confirming, receipt, run, source, turn } from '../../gallery/data/runs';
import { surroundingsOf } from '../surroundings';

const from = source('Text of the page', 'Title');
const answered = turn({ kind: 'done' }, { id: '1', text: 'It froze.', receipt: receipt() });
const ended = run(from, { turns: [answered] });
const overloaded = { kind: 'failed', problem: { kind: 'overloaded' } } as const;
const refused = run(from, {
  turns: [answered, turn(overloaded, { id: '2', question: 'Why?', sentAt: null })],
});

/** `isThere`: what the background answers to whatever is asked for again. */
function show(first: Run, isThere: boolean, around = surroundingsOf('popup')) {
  const ask = vi.fn(async ({ kind }: Command) => (kind === 'seen' ? null : isThere));
  const asks = { ask, onLeave: vi.fn(), onPaste: vi.fn(), onAgain: vi.fn() };
  const viewOf = (shown: Run) => <RunHere run={shown} surroundings={around} {...asks} />;
  const view = render(viewOf(first));
  return { ...asks, update: (next: Run) => view.rerender(viewOf(next)) };
}

const tryAgain = () => fireEvent.click(screen.getByRole('button', { name: /^(Ask|Try) again$/ }));
const note = () => screen.queryByText(/not here any more, so nothing was sent. “New” begins/);

beforeEach(() => speak('en-US', en));
afterEach(cleanup);

describe('an answer that is asked for again', () => {
  test.each([
    ['an answer', ended],
    ['a follow-up that failed', refused],
  ])('is said to be gone where it is, until another is shown: %s', async (_, shown) => {
    const { onAgain, update } = show(shown, false);
    tryAgain();
    await vi.waitFor(() => expect(note()).not.toBeNull());
    expect(onAgain).not.toHaveBeenCalled();
    update({ ...shown, id: 'another' });
    expect(note()).toBeNull();
  });

  test('is not said to be gone where it was only asked twice at once', async () => {
    const { ask, update } = show(refused, true);
    ask.mockResolvedValueOnce(true).mockResolvedValueOnce(false);
    tryAgain();
    tryAgain();
    update({ ...refused, turns: [answered, turn({ kind: 'streaming' }, { id: '3' })] });
    await act(async () => {
      await Promise.all(ask.mock.results.map(({ value }) => value));
    });
    update(ended);
    expect(note()).toBeNull();
  });

  test.each([
    ['a new one follows an answer', ended, 1],
    ['a follow-up is in the same', refused, 0],
  ])('is shown where it is there: %s', async (_, shown, followed) => {
    const { ask, onAgain } = show(shown, true);
    tryAgain();
    await vi.waitFor(() => expect(onAgain).toHaveBeenCalledTimes(followed));
    expect(ask).toHaveBeenCalledWith(expect.objectContaining({ runId: shown.id }));
    expect(note()).toBeNull();
  });
});

describe('a question that was typed and not asked', () => {
  const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Ask more/ });
  const type = (text: string) => fireEvent.input(box(), { target: { value: text } });
  const enter = () => fireEvent.keyDown(box(), { key: 'Enter' });

  test('is there again after a look at another tab or at History, and at no other answer', () => {
    const around = surroundingsOf('panel');
    show(ended, true, around);
    type('Why?');
    cleanup();
    show({ ...ended, id: 'another' }, true, around);
    expect(box().value).toBe('');
    cleanup();
    const { ask } = show(ended, true, around);
    expect(box().value).toBe('Why?');
    enter();
    expect(ask).toHaveBeenCalledWith(expect.objectContaining({ kind: 'ask', question: 'Why?' }));
    cleanup();
    show(ended, true, around);
    expect(box().value).toBe('');
  });

  test('is not asked by itself, where it waited for an answer that came meanwhile', () => {
    const around = surroundingsOf('panel');
    const second = turn({ kind: 'streaming' }, { id: '2', question: 'Why?', text: 'Because' });
    show(run(from, { turns: [answered, second] }), true, around);
    type('And then?');
    enter();
    cleanup();
    const { ask } = show(run(from, { turns: [answered, { ...answered, id: '2' }] }), true, around);
    expect(box().value).toBe('And then?');
    expect(ask).not.toHaveBeenCalledWith(expect.objectContaining({ kind: 'ask' }));
  });
});

test('a link that has led to another site is read there, once that is allowed', async () => {
  const origin = 'https://else.example.org';
  const address = `${origin}/winter`;
  const problem = { kind: 'site-not-allowed', origin, address } as const;
  const allowFor = vi.fn(async () => true);
  const led = run(null, { state: { kind: 'failed', problem } });
  const { ask } = show(led, true, { ...surroundingsOf('popup'), allowFor });
  expect(screen.getByText('The link leads on to it.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Allow else.example.org' }));
  expect(allowFor).toHaveBeenCalledExactlyOnceWith({ runId: led.id, tabId: 7, origin, address });
  await vi.waitFor(() => expect(ask).toHaveBeenCalledWith({ kind: 'try-allowed' }));
});

const { state: waiting } = confirming(from);

test.each<[string, Run, Command['kind']]>([
  ['a run', run(from, { state: waiting }), 'seen'],
  [
    'a follow-up',
    run(from, { turns: [answered], state: { ...waiting, question: 'Why?' } as Run['state'] }),
    'withdraw',
  ],
])('Cancel also stops %s that was sent just now and has not left', (_, shown, kind) => {
  const { ask } = show(shown, true);
  fireEvent.click(screen.getByRole('button', { name: en.cancel.message }));
  const asked = ask.mock.calls.map(([command]) => command.kind);
  expect(asked).toEqual(['stop', kind]);
});

test('a follow-up that is answered or refused within a frame is told to be seen', () => {
  const { ask, update } = show(ended, true);
  const seen = () => ask.mock.calls.filter(([{ kind }]) => kind === 'seen');
  expect(seen()).toHaveLength(1);
  update(refused);
  expect(seen()).toHaveLength(2);
});

test('an end is told to be seen as soon as it stands there: its popup may be closed before the next frame', () => {
  const ask = vi.fn(async (_: Command) => null);
  const asks = { ask, onLeave: vi.fn(), onPaste: vi.fn(), onAgain: vi.fn() };
  const place = document.createElement('div');
  draw(<RunHere run={ended} surroundings={surroundingsOf('popup')} {...asks} />, place);
  expect(ask.mock.calls.map(([{ kind }]) => kind)).toEqual(['seen']);
  draw(null, place);
});
