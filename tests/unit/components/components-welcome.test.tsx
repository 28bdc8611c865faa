// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useReread } from '../../../components/use-reread';
import { KeyStep } from '../../../components/welcome/KeyStep';
import { paragraphs, Sample } from '../../../components/welcome/Sample';
import { Welcome } from '../../../components/welcome/Welcome';
import en from '../../../public/_locales/en/messages.json';
import { anthropicEndpoint } from '../../../utils/core/endpoint';
import { nanoPerDollar } from '../../../utils/core/money/money';
import type { Run } from '../../../utils/core/runs/run';
import { keySentences } from '../../../utils/core/source/key-sentences';
import { speak, t } from '../../../utils/i18n';
import { receipt, run, source, turn } from '../../gallery/data/runs';
import { watchedKeyAsks } from '../key-asks';

function show(change: Partial<Parameters<typeof Welcome>[0]> = {}) {
  const onBudget = vi.fn();
  const onOptions = vi.fn();
  render(
    <Welcome
      sample={null}
      keyStep={null}
      selectionAsked={false}
      shortcut="Alt+Shift+S"
      pinned={null}
      monthlyLimit={5 * nanoPerDollar}
      dailyLimit={2 * nanoPerDollar}
      onBudget={onBudget}
      onOptions={onOptions}
      {...change}
    />,
  );
  return { onBudget, onOptions };
}

function showSample(shown: Run | null) {
  const asks = { onStart: vi.fn(), onSeen: vi.fn(), onModel: vi.fn(), onRemedy: vi.fn() };
  render(<Sample run={shown} nameModel={() => 'Key sentences'} {...asks} />);
  return asks;
}

const free = { kind: 'exact', nano: 0 } as const;
const answered = run(source('text', 'title', { kind: 'page' }), {
  turns: [
    turn(
      { kind: 'done' },
      {
        text: '- A sentence.',
        model: 'key-sentences',
        pricing: { kind: 'free' },
        receipt: receipt({ usage: null, cost: free, model: 'key-sentences' }),
      },
    ),
  ],
});

beforeEach(() => speak('en-US', en));
afterEach(cleanup);

describe('the welcome page', () => {
  test('says what is sent before anything can be', () => {
    show({ sample: <button type="button">send</button> });
    const sent = screen.getByText(/goes to Anthropic, or to the endpoint you set up/);
    const button = screen.getByRole('button', { name: 'send' });
    expect(sent.compareDocumentPosition(button)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  test('ticks off what has been done, and says so politely', () => {
    show({ selectionAsked: true, pinned: true });
    const said = screen.getAllByRole('status').map(({ textContent }) => textContent);
    expect(said).toEqual([t('welcomeMenuDone'), t('welcomePinDone')]);
  });

  test.each([false, null])('ticks nothing off that is not done, or not known (%j)', (pinned) => {
    show({ pinned });
    for (const { textContent } of screen.getAllByRole('status')) expect(textContent).toBe('');
  });

  test('shows the shortcut as the browser writes it, and nothing when there is none', () => {
    show();
    expect(screen.getByText('Alt+Shift+S')).toBeTruthy();
    cleanup();
    show({ shortcut: null });
    expect(screen.queryByText(t('welcomeMenuShortcut'))).toBeNull();
  });

  test('has three budgets, of which five dollars is the usual one', () => {
    const { onBudget } = show();
    const budgets = screen.getAllByRole('radio') as HTMLInputElement[];
    expect(budgets.map(({ checked }) => checked)).toEqual([false, true, false]);
    fireEvent.click(screen.getByRole('radio', { name: '$20.00' }));
    expect(onBudget).toHaveBeenCalledExactlyOnceWith(20 * nanoPerDollar);
  });

  test('names the limit of a day, which would stop whoever chose a larger one for the month', () => {
    show({ monthlyLimit: 20 * nanoPerDollar });
    expect(screen.getByText(t('welcomeBudgetDay', { limit: '$2.00' }))).toBeTruthy();
    expect(screen.getByRole('group').getAttribute('aria-describedby')).toBeTruthy();
  });

  test('names no limit of a day where there is none', () => {
    show({ dailyLimit: null });
    expect(screen.getByRole('group').textContent).not.toContain('$2.00');
  });

  test('leads to the options at its end', () => {
    const { onOptions } = show();
    fireEvent.click(screen.getByRole('button', { name: t('welcomeEndButton') }));
    expect(onOptions).toHaveBeenCalledOnce();
  });
});

describe('the sample', () => {
  test('is a short article of which the device has something to pick', () => {
    const text = paragraphs.map((key) => t(key)).join('\n\n');
    expect(text.split(/\s+/).length).toBeGreaterThan(200);
    expect(text.split(/\s+/).length).toBeLessThan(300);
    expect(keySentences(text, 'en').length).toBeGreaterThan(2);
  });

  test('is asked about once by a double click', () => {
    const { onStart } = showSample(null);
    const button = screen.getByRole('button', { name: 'Summarize this text' });
    fireEvent.click(button, { detail: 1 });
    fireEvent.click(button, { detail: 2 });
    expect(onStart).toHaveBeenCalledOnce();
  });

  test('gets its answer in place, labelled as picked on the device, for nothing', () => {
    const { onSeen, onModel } = showSample(answered);
    expect(screen.getByText(/picked on this device/)).toBeTruthy();
    expect(screen.getAllByText('$0.00').length).toBeGreaterThan(0);
    expect(onSeen).toHaveBeenCalledExactlyOnceWith(answered.id);
    fireEvent.click(screen.getByRole('button', { name: t('useModel') }));
    expect(onModel).toHaveBeenCalledOnce();
  });

  test('says what went wrong and offers the remedy', () => {
    const problem = { kind: 'private-window-off' } as const;
    const { onRemedy } = showSample(run(null, { state: { kind: 'failed', problem } }));
    fireEvent.click(screen.getByRole('button', { name: t('remedy_open_options') }));
    expect(onRemedy).toHaveBeenCalledExactlyOnceWith({ kind: 'open-options' });
  });
});

test('the key of Anthropic’s own endpoint is what the field is for', () => {
  const save = vi.fn();
  const none = { kind: 'none' } as const;
  const asks = { ...watchedKeyAsks(), save };
  render(<KeyStep status={none} lock={none} testing={none} asks={asks} />);
  fireEvent.input(screen.getByLabelText('Key'), { target: { value: 'sk-ant-1' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save and test' }));
  expect(save).toHaveBeenCalledExactlyOnceWith(anthropicEndpoint, 'sk-ant-1', {
    keep: 'session',
  });
});

test('where the last key was is chosen again, also when that is known later than the field is shown', () => {
  const none = { kind: 'none' } as const;
  const others = { lock: none, testing: none, asks: watchedKeyAsks() };
  const { rerender } = render(<KeyStep status={none} {...others} />);
  fireEvent.input(screen.getByLabelText('Key'), { target: { value: 'sk-ant-1' } });
  const chosen = () => screen.getByRole<HTMLInputElement>('radio', { checked: true }).value;
  rerender(<KeyStep status={{ kind: 'gone', keep: 'device' }} {...others} />);
  expect(chosen()).toBe('device');
  expect(screen.getByLabelText<HTMLInputElement>('Key').value).toBe('sk-ant-1');
  fireEvent.click(screen.getByRole('radio', { name: 'until the browser closes' }));
  rerender(<KeyStep status={{ kind: 'gone', keep: 'device' }} {...others} />);
  expect(chosen()).toBe('session');
});

describe('what the browser says', () => {
  function Shown({ read }: { readonly read: () => Promise<string> }) {
    return <p>{useReread(read, 'unread')}</p>;
  }

  test('is read again when the user comes back', async () => {
    const read = vi.fn(async () => 'first');
    render(<Shown read={read} />);
    await waitFor(() => expect(screen.getByText('first')).toBeTruthy());
    read.mockImplementation(async () => 'second');
    await act(() => void window.dispatchEvent(new Event('focus')));
    await waitFor(() => expect(screen.getByText('second')).toBeTruthy());
  });

  test('stays as it was when it cannot be read', async () => {
    const read = vi.fn(() => Promise.reject(new Error('gone')));
    render(<Shown read={read} />);
    await waitFor(() => expect(read).toHaveBeenCalled());
    expect(screen.getByText('unread')).toBeTruthy();
  });
});
