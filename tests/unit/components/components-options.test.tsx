// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EndpointKey } from '../../../components/options/EndpointKey';
import type { Testing } from '../../../components/options/KeyOutcome';
import { ModelPicker } from '../../../components/options/ModelPicker';
import en from '../../../public/_locales/en/messages.json';
import {
  anthropicEndpoint,
  deviceEndpoint,
  type EndpointConfig,
} from '../../../utils/core/endpoint';
import { speak } from '../../../utils/i18n';
import type { KeyTest } from '../../../utils/messages/key-messages';
import type { LockStatus } from '../../../utils/store/lock';
import type { KeyStatus } from '../../../utils/store/vault';
import { models } from '../../gallery/data/models';
import { watchedKeyAsks } from '../key-asks';

const saved: KeyStatus = { kind: 'saved', keep: 'session', lastFour: '1a2b' };

const refused: KeyTest = {
  ok: false,
  saved: false,
  problem: { kind: 'key-refused' },
};

const local: EndpointConfig = {
  id: 'local',
  name: 'Ollama',
  baseUrl: 'http://localhost:11434',
  auth: 'none',
  model: 'qwen3:8b',
  prices: [{ model: 'qwen3:8b', input: 100, output: 500 }],
};

function show(
  status: KeyStatus,
  testing: Testing = { kind: 'none' },
  endpoint: EndpointConfig = anthropicEndpoint,
  lock: LockStatus = { kind: 'none' },
) {
  const asks = watchedKeyAsks();
  render(<EndpointKey {...{ endpoint, status, lock, testing, asks }} />);
  return asks;
}

beforeEach(() => speak('en-US', en));
afterEach(cleanup);

describe('the key', () => {
  test('leaves its field when it is saved', () => {
    const { save } = show({ kind: 'none' });
    const field = screen.getByLabelText('Key') as HTMLInputElement;
    fireEvent.input(field, { target: { value: ' sk-ant-secret ' } });
    fireEvent.click(screen.getByRole('radio', { name: 'on this device' }));
    fireEvent.click(screen.getByRole('button', { name: 'Save and test' }));
    expect(save).toHaveBeenCalledExactlyOnceWith(anthropicEndpoint, 'sk-ant-secret', {
      keep: 'device',
    });
    expect(field.value).toBe('');
    expect(document.body.innerHTML).not.toContain('secret');
  });

  test('that was refused leaves the focus at its place, though the button cannot be pressed any more', () => {
    const told = {
      endpoint: anthropicEndpoint,
      status: { kind: 'none' },
      lock: { kind: 'none' },
    } as const;
    const asks = watchedKeyAsks();
    const { rerender } = render(
      <EndpointKey {...told} testing={{ kind: 'running' }} asks={asks} />,
    );
    (document.activeElement as HTMLElement).blur();
    rerender(<EndpointKey {...told} testing={{ kind: 'ended', test: refused }} asks={asks} />);
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Key for Anthropic' }));
  });

  test('that was refused tells so where it can be seen, and sends nobody to where they are', () => {
    const shown = vi.spyOn(Element.prototype, 'scrollIntoView');
    show({ kind: 'none' }, { kind: 'ended', test: refused });
    const outcome = screen.getByText(
      en.problem_key_refused.message.replace('{service}', 'Anthropic'),
    );
    expect(outcome.textContent).not.toContain('options');
    expect(shown.mock.contexts).toEqual([outcome]);
    shown.mockRestore();
  });

  test('has a field whose name can be seen, also where no key of the service is known', () => {
    show({ kind: 'none' }, undefined, { ...local, auth: 'bearer' });
    expect(screen.getByText('Key').closest('.visually-hidden')).toBeNull();
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
    show(saved, { kind: 'ended', test: { ok: true, models: 2 } });
    expect(screen.getByRole('status').textContent).toBe('Works: 2 models available');
  });

  test('of a service that lists no models could not be checked, and the page says so', () => {
    show(saved, { kind: 'ended', test: { ok: true, models: null } });
    expect(screen.getByRole('status').textContent).toBe(
      'It answers, but lists no modelsType the model’s id. The key could not be checked.',
    );
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
    expect(forget).toHaveBeenCalledExactlyOnceWith('anthropic');
  });

  test('is not asked for where none is needed; the server can be tested all the same', () => {
    const problem = { kind: 'server-down', origin: local.baseUrl } as const;
    const failed = { ok: false, saved: true, problem } as const;
    const { test: ask } = show({ kind: 'none' }, { kind: 'ended', test: failed }, local);
    expect(screen.queryByLabelText('Key')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Test' }));
    expect(ask).toHaveBeenCalledExactlyOnceWith('local');
    expect(screen.getByRole('status').textContent).toMatch(/^Nothing answers at localhost:11434/);
    expect(screen.getByRole('status').textContent).not.toContain('key');
  });

  test('of another service is not said to be of the Console', () => {
    show(saved, { kind: 'none' }, { ...local, auth: 'bearer' });
    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('the models', () => {
  const now = Date.parse('2026-11-22');
  const pick = (endpoint: EndpointConfig, listed = models) => {
    const onChoose = vi.fn();
    render(<ModelPicker endpoint={endpoint} models={listed} now={now} onChoose={onChoose} />);
    return onChoose;
  };

  test('are listed with their prices, or with none', () => {
    pick({ ...anthropicEndpoint, model: 'claude-opus-5-5' });
    expect(screen.getByText('$0.10 in · $0.50 out')).toBeTruthy();
    expect(screen.getByText('price unknown')).toBeTruthy();
  });

  test('are the default one before any key', () => {
    pick(anthropicEndpoint, []);
    expect(screen.getAllByRole('radio')).toHaveLength(1);
    expect(screen.getByText(/A tested key lists here/)).toBeTruthy();
  });

  test('of other services cost what their user says, whatever their ids', () => {
    pick({ ...local, model: 'claude-haiku-5-5' }, models);
    expect(screen.getAllByText('price unknown')).toHaveLength(models.length);
    cleanup();
    pick(local, []);
    expect(screen.getByText('$0.10 in · $0.50 out · your price')).toBeTruthy();
  });

  test('can be typed, and what was typed is in the list', () => {
    const onChoose = pick({ ...anthropicEndpoint, model: 'claude-typed' });
    expect(screen.getByRole('radio', { name: /claude-typed/, checked: true })).toBeTruthy();
    fireEvent.input(screen.getByLabelText('Another model, by its id'), {
      target: { value: ' claude-next-9 ' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Use it' }));
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('claude-next-9');
  });

  test('are none where the device answers', () => {
    pick(deviceEndpoint, []);
    expect(screen.queryByRole('radio')).toBeNull();
  });
});
