// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EndpointKey } from '../../../components/options/EndpointKey';
import { LockRow } from '../../../components/options/LockRow';
import { UnlockForm } from '../../../components/UnlockForm';
import en from '../../../public/_locales/en/messages.json';
import { anthropicEndpoint } from '../../../utils/core/endpoint';
import { speak } from '../../../utils/i18n';
import type { Opening } from '../../../utils/store/lock';
import type { KeyStatus } from '../../../utils/store/vault';
import { watchedKeyAsks } from '../key-asks';

const passphrase = 'correct horse battery';
const open = { kind: 'open', until: null } as const;
const onDevice: KeyStatus = { kind: 'saved', keep: 'device', lastFour: '1a2b' };

beforeEach(() => {
  fakeBrowser.reset();
  speak('en-US', en);
});
afterEach(cleanup);

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const choosePassphrase = () =>
  fireEvent.click(screen.getByRole('radio', { name: 'on this device, with a passphrase' }));

/** A background that answers each try in turn; what it was sent. */
function answering(...openings: readonly (Opening | Error)[]) {
  const sent: unknown[] = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (...said: unknown[]) => {
    const opening = openings[sent.length];
    sent.push(...said);
    if (opening instanceof Error) throw opening;
    return opening;
  });
  return sent;
}

describe('where a passphrase is asked for', () => {
  const show = () => {
    const onOpened = vi.fn();
    render(<UnlockForm onOpened={onOpened} />);
    return onOpened;
  };
  const said = () => screen.getByRole('status').textContent;

  test('the right one opens, and leaves its field', async () => {
    const sent = answering({ ok: true });
    const onOpened = show();
    type('Passphrase', passphrase);
    fireEvent.click(button('Unlock'));
    await waitFor(() => expect(onOpened).toHaveBeenCalledOnce());
    expect(sent).toEqual([{ kind: 'unlock', passphrase }]);
    expect(screen.getByLabelText<HTMLInputElement>('Passphrase').value).toBe('');
  });

  test('a wrong one is said to be wrong, and the next can be typed at once', async () => {
    answering({ ok: false, waitMs: 0 });
    const onOpened = show();
    type('Passphrase', 'wrong');
    fireEvent.click(button('Unlock'));
    await waitFor(() => expect(said()).toBe('That is not the passphrase.'));
    expect(document.activeElement).toBe(screen.getByLabelText('Passphrase'));
    expect(button('Unlock').disabled).toBe(false);
    expect(onOpened).not.toHaveBeenCalled();
  });

  test('after too many the next has to wait, and the time is told', async () => {
    answering({ ok: false, waitMs: 3500 });
    show();
    type('Passphrase', 'wrong');
    fireEvent.click(button('Unlock'));
    await waitFor(() =>
      expect(said()).toBe('That is not the passphrase. You can try again in 4 sec.'),
    );
    expect(button('Unlock').disabled).toBe(true);
  });

  test('pressed twice it is tried once, and nothing typed is nothing tried', async () => {
    const sent = answering({ ok: true }, { ok: true });
    const onOpened = show();
    fireEvent.click(button('Unlock'));
    expect(sent).toEqual([]);
    type('Passphrase', passphrase);
    fireEvent.click(button('Unlock'));
    fireEvent.click(button('Unlock'));
    await waitFor(() => expect(onOpened).toHaveBeenCalledOnce());
    expect(sent).toHaveLength(1);
  });

  test('storage that fails is not taken for a wrong passphrase', async () => {
    answering(new Error('no database'));
    show();
    type('Passphrase', passphrase);
    fireEvent.click(button('Unlock'));
    await waitFor(() => expect(said()).toBe(en.problem_storage_failing.message));
  });
});

describe('a new passphrase', () => {
  const show = (status: KeyStatus = { kind: 'none' }) => {
    const asks = watchedKeyAsks();
    const none = { kind: 'none' } as const;
    render(
      <EndpointKey
        endpoint={anthropicEndpoint}
        status={status}
        lock={none}
        testing={none}
        asks={asks}
      />,
    );
    return asks;
  };

  test('is typed twice alike, ten characters at least, before a key is saved with it', () => {
    const { save } = show();
    type('Key', 'sk-ant-secret');
    choosePassphrase();
    expect(button('Save and test').disabled).toBe(true);
    type('Passphrase', 'too short');
    type('The same again', 'too short');
    expect(button('Save and test').disabled).toBe(true);
    fireEvent.blur(screen.getByLabelText('Passphrase'));
    expect(screen.getByText('Too short: at least 10 characters')).toBeTruthy();
    type('Passphrase', passphrase);
    type('The same again', 'correct house');
    expect(screen.getByText('The two are not the same')).toBeTruthy();
    type('The same again', passphrase);
    fireEvent.click(button('Save and test'));
    expect(save).toHaveBeenCalledExactlyOnceWith(anthropicEndpoint, 'sk-ant-secret', {
      keep: 'passphrase',
      passphrase,
    });
    expect(document.body.innerHTML).not.toContain('secret');
  });

  test('can be put on a key that is there', () => {
    const { move } = show(onDevice);
    fireEvent.click(button('Keep it another way'));
    expect(button('Keep it this way').disabled).toBe(true);
    choosePassphrase();
    type('Passphrase', passphrase);
    type('The same again', passphrase);
    expect(screen.getByText(/can stay in the browser’s files for a time/)).toBeTruthy();
    fireEvent.click(button('Keep it this way'));
    expect(move).toHaveBeenCalledExactlyOnceWith('anthropic', { keep: 'passphrase', passphrase });
  });
});

describe('a passphrase that there is', () => {
  const show = (status: KeyStatus, lock: 'open' | 'locked') => {
    const asks = watchedKeyAsks();
    render(
      <EndpointKey
        endpoint={anthropicEndpoint}
        status={status}
        lock={lock === 'open' ? open : { kind: 'locked' }}
        testing={{ kind: 'none' }}
        asks={asks}
      />,
    );
    return asks;
  };

  test('is asked for no second time while it is open', () => {
    const { save } = show({ kind: 'none' }, 'open');
    type('Key', 'gw-secret');
    choosePassphrase();
    expect(screen.queryByLabelText('Passphrase')).toBeNull();
    fireEvent.click(button('Save and test'));
    expect(save).toHaveBeenCalledExactlyOnceWith(anthropicEndpoint, 'gw-secret', {
      keep: 'passphrase',
    });
  });

  test('is asked for before another key is put under it, which stays in its field', () => {
    show({ kind: 'none' }, 'locked');
    type('Key', 'gw-secret');
    choosePassphrase();
    expect(button('Save and test').disabled).toBe(true);
    expect(button('Unlock')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Key').value).toBe('gw-secret');
  });

  test('locks a key: four characters, the field to unlock, and a way out', () => {
    const { forgetPassphrase } = show({ kind: 'locked', lastFour: '1a2b' }, 'locked');
    expect(screen.getByText('Key ending in 1a2b, locked')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Test again' })).toBeNull();
    fireEvent.click(button('I forgot it'));
    expect(screen.getByText(/Answers, costs and settings stay/)).toBeTruthy();
    expect(forgetPassphrase).not.toHaveBeenCalled();
    fireEvent.click(button('Delete locked keys'));
    expect(forgetPassphrase).toHaveBeenCalledOnce();
  });

  test('leaves nothing said of a test that went well while the key was open', () => {
    const testing = { kind: 'ended', test: { ok: true, models: 5 } } as const;
    const shown = { endpoint: anthropicEndpoint, testing, asks: watchedKeyAsks() };
    const kept = { keep: 'passphrase', lastFour: '1a2b' } as const;
    const { rerender } = render(
      <EndpointKey {...shown} status={{ kind: 'saved', ...kept }} lock={open} />,
    );
    expect(screen.getByRole('status').textContent).toBe('Works: 5 models available');
    rerender(
      <EndpointKey {...shown} status={{ kind: 'locked', ...kept }} lock={{ kind: 'locked' }} />,
    );
    expect(screen.queryByText('Works: 5 models available')).toBeNull();
  });

  test('is locked where that was asked: the focus does not go to a key', () => {
    const asks = watchedKeyAsks();
    render(<LockRow lock={open} asks={asks} />);
    button('Lock now').focus();
    fireEvent.click(button('Lock now'));
    expect(document.activeElement).toBe(screen.getByRole('status').parentElement);
  });

  test('can be replaced by another, after the one until now', async () => {
    const sent = answering({ ok: false, waitMs: 0 }, { ok: true });
    const asks = watchedKeyAsks();
    render(<LockRow lock={open} asks={asks} />);
    fireEvent.click(button('Lock now'));
    expect(asks.lockNow).toHaveBeenCalledOnce();
    fireEvent.click(button('Change passphrase'));
    type('New passphrase', passphrase);
    type('The same again', passphrase);
    type('Current passphrase', 'wrong');
    fireEvent.click(button('Change passphrase'));
    await screen.findByText('That is not the passphrase.');
    type('Current passphrase', 'the old one');
    fireEvent.click(button('Change passphrase'));
    await waitFor(() => expect(asks.refresh).toHaveBeenCalledOnce());
    expect(sent.at(-1)).toEqual({
      kind: 'change-passphrase',
      passphrase: 'the old one',
      next: passphrase,
    });
    expect(button('Lock now')).toBeTruthy();
  });
});
