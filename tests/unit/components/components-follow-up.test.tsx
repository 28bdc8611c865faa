// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { RunView } from '../../../components/run/RunView';
import en from '../../../public/_locales/en/messages.json';
import type { Problem } from '../../../utils/core/problem';
import type { Run } from '../../../utils/core/runs/run';
import type { Turn } from '../../../utils/core/runs/turn';
import { speak } from '../../../utils/i18n';
import { confirming, receipt, run, source, turn } from '../../gallery/data/runs';
import { runAsks } from '../run-asks';

const from = source('Text of the page', 'Title');

function show(first: Run) {
  const asks = { ...runAsks(), keepOpen: null };
  const viewOf = (shown: Run) => <RunView run={shown} nameModel={(id) => id} asks={asks} />;
  const view = render(viewOf(first));
  return { asks, update: (next: Run) => view.rerender(viewOf(next)) };
}

const answered = turn({ kind: 'done' }, { id: '1', text: 'It froze.', receipt: receipt() });
const ended = run(from, { turns: [answered] });
const second = turn({ kind: 'streaming' }, { id: '2', question: 'Why?', text: 'Because' });
const answering = run(from, { turns: [answered, second] });
const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Ask more/ });
const type = (text: string) => fireEvent.input(box(), { target: { value: text } });
const enter = (more = {}) => fireEvent.keyDown(box(), { key: 'Enter', ...more });

beforeEach(() => speak('en-US', en));
afterEach(cleanup);

describe('the box below an answer', () => {
  test('asks on Enter, once, and is empty again', () => {
    const { asks } = show(ended);
    type('  Why? \n');
    enter();
    enter();
    expect(asks.ask).toHaveBeenCalledExactlyOnceWith('Why?');
    expect(box().value).toBe('');
  });

  test('asks by its button, which is off while there is nothing to ask', () => {
    const { asks } = show(ended);
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Ask' });
    expect(button.disabled).toBe(true);
    type(' \n');
    expect(button.disabled).toBe(true);
    type('Why?');
    fireEvent.click(button);
    expect(asks.ask).toHaveBeenCalledExactlyOnceWith('Why?');
  });

  test('says what the question would cost once there is one', () => {
    const { usage } = receipt();
    show(run(from, { turns: [{ ...answered, usage, final: true }] }));
    expect(document.querySelector('.ask-cost')).toBeNull();
    type('Why?');
    expect(document.querySelector('.ask-cost')?.textContent).toMatch(/^Cost \$0\.0\d+–0\.0\d+$/);
  });

  test.each([
    ['a line of its own', { shiftKey: true }],
    ['a word in the making', { isComposing: true }],
  ])('asks nothing with an Enter for %s', (_, more) => {
    const { asks } = show(ended);
    type('Why?');
    enter(more);
    expect(asks.ask).not.toHaveBeenCalled();
    expect(box().value).toBe('Why?');
  });

  const nowIs = (state: Turn['state']) => ({
    ...answering,
    turns: [answered, { ...second, state }],
  });

  test('asks a question that was asked while an answer was coming once that is complete, and says so', () => {
    const { asks, update } = show(answering);
    type('And when?');
    enter();
    enter();
    expect(screen.getByText(/Asked when this answer is complete/)).toBeTruthy();
    expect(asks.ask).not.toHaveBeenCalled();
    update(nowIs({ kind: 'done' }));
    expect(asks.ask).toHaveBeenCalledExactlyOnceWith('And when?');
    expect(box().value).toBe('');
    expect(screen.queryByText(/Asked when/)).toBeNull();
  });

  test.each<[string, () => void, string]>([
    ['was taken back', () => fireEvent.click(screen.getByRole('button', { name: 'Cancel' })), 'A?'],
    ['was changed', () => type('A? B'), 'A? B'],
    ['was only typed', () => undefined, 'A?'],
  ])('keeps a question that %s, and asks it only on Enter', (how, change, left) => {
    const { asks, update } = show(answering);
    type('A?');
    if (how !== 'was only typed') enter();
    change();
    update(nowIs({ kind: 'done' }));
    expect(asks.ask).not.toHaveBeenCalled();
    expect(box().value).toBe(left);
    enter();
    expect(asks.ask).toHaveBeenCalledExactlyOnceWith(left);
  });

  test.each<[string, Turn['state']]>([
    ['stopped', { kind: 'stopped' }],
    ['interrupted', { kind: 'interrupted', cause: 'silence' }],
    ['failed', { kind: 'failed', problem: { kind: 'overloaded' } }],
  ])('keeps a question that waits where the answer is %s', (_, state) => {
    const { asks, update } = show(answering);
    type('And when?');
    enter();
    update(nowIs(state));
    expect(asks.ask).not.toHaveBeenCalled();
    expect(box().value).toBe('And when?');
    expect(screen.queryByText(/Asked when/)).toBeNull();
  });

  test('says how long a question can be, and does not ask a longer one', () => {
    const { asks } = show(ended);
    type('?'.repeat(10_001));
    enter();
    fireEvent.click(screen.getByRole('button', { name: 'Ask' }));
    expect(asks.ask).not.toHaveBeenCalled();
    expect(screen.getByText(/at most\. This one has 10,001\./)).toBeTruthy();
    expect(box().getAttribute('aria-invalid')).toBe('true');
    type('Why?');
    expect(screen.queryByText(/at most/)).toBeNull();
    enter();
    expect(asks.ask).toHaveBeenCalledExactlyOnceWith('Why?');
  });

  test.each<[string, Run]>([
    [
      'while the first answer comes',
      run(from, { turns: [{ ...answered, state: { kind: 'streaming' } }] }),
    ],
    [
      'below an answer from the device',
      run(from, { turns: [{ ...answered, pricing: { kind: 'free' } }] }),
    ],
    ['without a source', { ...ended, source: null }],
  ])('is not there %s', (_, shown) => {
    show(shown);
    expect(screen.queryByRole('textbox', { name: /Ask more/ })).toBeNull();
  });

  test('keeps a question whose answers are gone, and says so until something else is typed', async () => {
    const { asks } = show(ended);
    asks.ask.mockResolvedValue(false);
    type('Why?');
    enter();
    await screen.findByText(/not here any more, so nothing was sent/);
    expect(box().value).toBe('Why?');
    type('Why so?');
    expect(screen.queryByText(/nothing was sent/)).toBeNull();
  });

  test('does not say so any more once another question is answered', async () => {
    const { asks, update } = show(ended);
    asks.ask.mockResolvedValue(false);
    type('Why?');
    enter();
    await screen.findByText(/nothing was sent/);
    update(answering);
    update(ended);
    expect(screen.queryByText(/nothing was sent/)).toBeNull();
  });

  test('does not take answers for gone of which another view has just asked more', async () => {
    const { asks, update } = show(ended);
    let refuse = (_: boolean) => {};
    asks.ask.mockReturnValue(
      new Promise<boolean>((resolve) => {
        refuse = resolve;
      }),
    );
    type('And here?');
    enter();
    update(answering);
    refuse(false);
    await waitFor(() => expect(box().value).toBe('And here?'));
    update(nowIs({ kind: 'done' }));
    expect(screen.queryByText(/not here any more/)).toBeNull();
    expect(box().value).toBe('And here?');
  });

  test('has a question back that the background may not have heard, and says nothing that it does not know', async () => {
    const { asks } = show(ended);
    asks.ask.mockRejectedValue(new Error('The message port closed'));
    type('Why?');
    enter();
    await waitFor(() => expect(box().value).toBe('Why?'));
    expect(screen.queryByText(/nothing was sent/)).toBeNull();
  });

  test('leaves what was typed after a question that could not be asked', async () => {
    const { asks } = show(ended);
    asks.ask.mockResolvedValue(false);
    type('Why?');
    enter();
    type('And when?');
    await screen.findByText(/nothing was sent/);
    expect(box().value).toBe('And when?');
  });

  test.each<[string, Problem, string]>([
    ['there was no key for', { kind: 'no-key', service: 'Anthropic' }, 'Why?'],
    ['a button asks again', { kind: 'overloaded' }, ''],
  ])('begins with a question that %s only where no button asks it', (_, problem, left) => {
    const failed: Turn = { ...second, text: '', state: { kind: 'failed', problem } };
    const { update } = show({ ...answering, turns: [answered, { ...second, text: '' }] });
    expect(box().value).toBe('');
    update({ ...answering, turns: [answered, failed] });
    expect(box().value).toBe(left);
    cleanup();
    show({ ...answering, turns: [answered, failed] });
    expect(box().value).toBe(left);
  });

  test('does not take the focus when an answer has ended', () => {
    const { update } = show(run(from, { turns: [{ ...answered, state: { kind: 'streaming' } }] }));
    screen.getByRole('region', { name: 'Answer' }).focus();
    update(ended);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Answer');
  });

  test('has the question again that was not sent after all', () => {
    const waiting = confirming(from);
    if (waiting.state.kind !== 'confirming') throw new Error('It waits');
    const { update } = show({
      ...waiting,
      turns: [answered],
      state: { ...waiting.state, question: 'Why?' },
    });
    expect(screen.getByRole('heading', { name: 'Why?' })).toBeTruthy();
    expect(screen.getByText('It froze.')).toBeTruthy();
    update(ended);
    expect(box().value).toBe('Why?');
  });
});

describe('a question that is made ready', () => {
  const planning: Run = { ...ended, state: { kind: 'planning', question: 'Why?' } };

  test('stands below the answer, with what goes on, and can be stopped', () => {
    const { asks } = show(planning);
    const question = screen.getByRole('heading', { name: 'Why?' });
    const place = screen.getByText('It froze.').compareDocumentPosition(question);
    expect(place & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(screen.getByText('Preparing the request…')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(asks.stop).toHaveBeenCalledOnce();
  });

  test('leaves the box and its focus where they are, and the next question waits', () => {
    const { asks, update } = show(ended);
    const field = box();
    field.focus();
    update(planning);
    expect(document.activeElement).toBe(field);
    expect(box().value).toBe('');
    type('And when?');
    enter();
    expect(asks.ask).not.toHaveBeenCalled();
    expect(screen.getByText(/Asked when this answer is complete/)).toBeTruthy();
  });

  test('comes back into the box where the background has lost it, and not once it is answered', () => {
    const { update } = show(planning);
    update(ended);
    expect(box().value).toBe('Why?');
    cleanup();
    const other = show(planning);
    other.update(run(from, { turns: [answered, { ...second, state: { kind: 'done' } }] }));
    expect(box().value).toBe('');
  });

  test('hides no word about what went wrong before', () => {
    const problem = { kind: 'overloaded' } as const;
    const failed = turn({ kind: 'failed', problem }, { id: '2', question: 'Why?' });
    show({ ...planning, turns: [answered, failed] });
    expect(document.querySelectorAll('.problem')).toHaveLength(0);
    expect(document.querySelectorAll('.run-note')).toHaveLength(1);
  });

  test('has its originals', () => {
    const original = 'ada@example.org';
    const found = [{ kind: 'email', placeholder: '[EMAIL_1]', original }] as const;
    const question = 'Who is [EMAIL_1]?';
    show({ ...ended, found, state: { kind: 'planning', question } });
    expect(screen.getByRole('heading', { name: `Who is ${original}?` })).toBeTruthy();
  });

  test('is the action itself where that was agreed to: there is nothing below it yet', () => {
    show(run(from, { turns: [], state: { kind: 'planning', question: null } }));
    expect(screen.getByText('Preparing the request…')).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: /Ask more/ })).toBeNull();
  });
});

describe('a conversation', () => {
  test('shows each question above its answer, and a receipt for each', () => {
    const done = {
      ...second,
      state: { kind: 'done' },
      receipt: receipt({ saved: 560_000 }),
    } as const;
    show(run(from, { turns: [answered, done] }));
    const turns = screen.getAllByRole('article');
    expect(turns).toHaveLength(2);
    const last = within(turns[1] as HTMLElement);
    const question = last.getByRole('heading', { name: 'Why?' });
    const place = question.compareDocumentPosition(last.getByText('Because'));
    expect(place & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(document.querySelectorAll('.receipt-line')).toHaveLength(2);
    expect(last.getByText(/cache saved \$0\.00056/)).toBeTruthy();
  });

  test('says what it took in all', () => {
    const cheap = receipt({ cost: { kind: 'exact', nano: 65_600 }, saved: 560_000 });
    show(run(from, { turns: [answered, { ...second, state: { kind: 'done' }, receipt: cheap }] }));
    expect(document.querySelector('.total')?.textContent).toBe(
      'Total: $0.0003 · cache saved $0.00056',
    );
  });

  test('shows the problem of its last turn below it with a button, and of earlier ones the words', () => {
    const failed = { kind: 'failed', problem: { kind: 'overloaded' } } as const;
    const one = turn(failed, { id: '2', question: 'Why?' });
    const { asks } = show(run(from, { turns: [answered, one, { ...one, id: '3' }] }));
    expect(document.querySelectorAll('.problem')).toHaveLength(1);
    expect(document.querySelectorAll('.run-note')).toHaveLength(1);
    fireEvent.click(within(document.querySelector('.problem') as HTMLElement).getByRole('button'));
    expect(asks.remedy).toHaveBeenCalledExactlyOnceWith({ kind: 'try-again' });
  });

  test('shows a million characters of a question as their beginning', () => {
    show(run(from, { turns: [answered, { ...second, question: 'Why? '.repeat(200_000) }] }));
    expect(document.querySelector('.question')?.textContent?.length).toBeLessThan(2_100);
  });

  test('has originals in its questions too', () => {
    const found = [
      { kind: 'email', placeholder: '[EMAIL_1]', original: 'ada@example.org' },
    ] as const;
    show(run(from, { found, turns: [answered, { ...second, question: 'Who is [EMAIL_1]?' }] }));
    expect(screen.getByRole('heading', { name: 'Who is ada@example.org?' })).toBeTruthy();
  });
});

describe('the receipt of a turn', () => {
  test.each([
    [1_000, /Saved by cache\$0\.000001/],
    [-1_000, /Extra for writing the cache\$0\.000001/],
  ])('with %i nano-dollars saved says so', (saved, words) => {
    show(run(from, { turns: [{ ...answered, receipt: receipt({ saved }) }] }));
    expect(document.querySelector('.receipt dl')?.textContent).toMatch(words);
  });
});

describe('the copies of a conversation', () => {
  const copied = async (name: string) => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    fireEvent.click(screen.getByText(name));
    return vi.waitFor(() => expect(write).toHaveBeenCalled()).then(() => write.mock.lastCall?.[0]);
  };
  const talk = run(from, {
    question: 'What happened?',
    turns: [answered, { ...second, state: { kind: 'done' } }],
  });

  test('are of the last answer, or of all that was said', async () => {
    show(talk);
    expect(await copied('Copy')).toBe('Because');
    expect(await copied('Copy the whole conversation')).toBe(
      '> What happened?\n\nIt froze.\n\n> Why?\n\nBecause',
    );
  });

  test('have passages as footnotes that are counted through', async () => {
    const citations = [{ text: 'It says so.', pages: null, at: 8 }];
    const cited = { ...answered, text: 'It froze.', citations };
    show(run(from, { turns: [cited, { ...cited, id: '2' }] }));
    const all = await copied('Copy the whole conversation');
    expect(all?.match(/\[\^[^\]]*\]/g)).toEqual(['[^1]', '[^1]', '[^2]', '[^2]']);
  });

  test('are of the answer before while the next has no word yet', async () => {
    show(run(from, { turns: [answered, { ...second, text: '' }] }));
    expect(await copied('Copy')).toBe('It froze.');
  });

  test('are not offered twice where there is one answer', () => {
    show(ended);
    expect(screen.queryByText('Copy the whole conversation')).toBeNull();
  });
});
