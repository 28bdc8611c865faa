// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { KeySection, type Testing } from '../../components/options/KeySection';
import { ModelSection } from '../../components/options/ModelSection';
import { tidyKey } from '../../components/options/tidy-key';
import en from '../../public/_locales/en/messages.json';
import { speak } from '../../utils/i18n';
import type { KeyStatus } from '../../utils/store/vault';
import { models } from '../gallery/data/models';

const saved: KeyStatus = {
  kind: 'saved',
  keep: 'session',
  lastFour: '1a2b',
  origin: 'https://api.anthropic.com',
};

function show(status: KeyStatus, testing: Testing = { kind: 'none' }) {
  const asks = { save: vi.fn(), test: vi.fn(), forget: vi.fn() };
  render(<KeySection status={status} testing={testing} models={2} asks={asks} />);
  return asks;
}

beforeEach(() => speak('en-US', en));
afterEach(cleanup);

test.each(['sk-ant-1', ' sk-ant-1\n', '"sk-ant-1"', '\u201csk-ant\r\n-1\u201d', '\u200Bsk-ant-1'])(
  'a key pasted as %j is tidied',
  (pasted) => {
    expect(tidyKey(pasted)).toBe('sk-ant-1');
  },
);

describe('the key', () => {
  test('leaves its field when it is saved', () => {
    const { save } = show({ kind: 'none' });
    const field = screen.getByLabelText('Key') as HTMLInputElement;
    fireEvent.input(field, { target: { value: ' sk-ant-secret ' } });
    fireEvent.click(screen.getByRole('radio', { name: 'on this device' }));
    fireEvent.click(screen.getByRole('button', { name: 'Save and test' }));
    expect(save).toHaveBeenCalledExactlyOnceWith('sk-ant-secret', 'device');
    expect(field.value).toBe('');
    expect(document.body.innerHTML).not.toContain('secret');
  });

  test('is kept until the browser closes unless another place is chosen', () => {
    show({ kind: 'none' });
    const session = screen.getByRole('radio', { name: 'until the browser closes' });
    expect((session as HTMLInputElement).checked).toBe(true);
  });

  test('cannot be saved empty', () => {
    show({ kind: 'none' });
    const button = screen.getByRole('button', { name: 'Save and test' }) as HTMLButtonElement;
    expect(button.disabled).toBe(true);
  });

  test('once saved is four characters, and no field', () => {
    show(saved);
    expect(screen.getByText('Key ending in 1a2b')).toBeTruthy();
    expect(screen.queryByLabelText('Key')).toBeNull();
  });

  test('that works says how many models it can use', () => {
    show(saved, { kind: 'ended', test: { ok: true } });
    expect(screen.getByRole('status').textContent).toBe('Works: 2 models available');
  });

  test('whose test failed says why and whether it was kept', () => {
    const problem = { kind: 'offline' } as const;
    show(saved, { kind: 'ended', test: { ok: false, saved: true, problem } });
    expect(screen.getByRole('status').textContent).toMatch(/^You are offline.*The key is kept\./);
  });

  test('that is forgotten may still be valid, and the page says so', () => {
    const { forget } = show(saved);
    expect(screen.getByText(/stays valid until you delete it/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Forget key' }));
    expect(forget).toHaveBeenCalledOnce();
  });
});

describe('the models', () => {
  const now = Date.parse('2026-11-22');

  test('are listed with their prices, or with none', () => {
    render(<ModelSection models={models} chosen="claude-opus-5-5" now={now} onChoose={vi.fn()} />);
    expect(screen.getByText('$0.10 in · $0.50 out')).toBeTruthy();
    expect(screen.getByText('price unknown')).toBeTruthy();
  });

  test('are the default one before any key', () => {
    render(<ModelSection models={[]} chosen="claude-haiku-5-5" now={now} onChoose={vi.fn()} />);
    expect(screen.getAllByRole('radio')).toHaveLength(1);
    expect(screen.getByText(/A tested key lists here/)).toBeTruthy();
  });
});
