// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EndpointForm } from '../../../components/options/EndpointForm';
import type { EndpointState } from '../../../components/options/EndpointItem';
import { EndpointList } from '../../../components/options/EndpointList';
import { withEndpoint, withoutEndpoint } from '../../../components/options/endpoint-changes';
import { checkDraft, draftOf, emptyDraft } from '../../../components/options/endpoint-draft';
import en from '../../../public/_locales/en/messages.json';
import { anthropicEndpoint, type EndpointConfig } from '../../../utils/core/endpoint';
import { speak } from '../../../utils/i18n';
import { defaultSettings } from '../../../utils/store/settings';
import { watchedKeyAsks } from '../key-asks';

const router: EndpointConfig = {
  id: 'router',
  name: 'Router',
  baseUrl: 'https://router.example/api',
  auth: 'bearer',
  model: 'some/model',
  prices: [
    { model: 'other', input: 1, output: 2 },
    { model: 'some/model', input: 100, output: 1250 },
  ],
};

const state: EndpointState = {
  key: { kind: 'saved', keep: 'device', lastFour: '1a2b' },
  lock: { kind: 'none' },
  testing: { kind: 'none' },
  allowed: true,
  models: [],
};

beforeEach(() => speak('en-US', en));
afterEach(cleanup);

function list(states: Readonly<Record<string, EndpointState>>, chosen = 'anthropic') {
  const asks = {
    key: watchedKeyAsks(),
    allow: vi.fn(),
    save: vi.fn(),
    price: vi.fn(),
    remove: vi.fn(),
    choose: vi.fn(),
  };
  const endpoints = [anthropicEndpoint, router];
  render(<EndpointList endpoints={endpoints} chosen={chosen} states={states} asks={asks} />);
  return asks;
}

describe('the list of endpoints', () => {
  const none: EndpointState = { ...state, key: { kind: 'none' } };

  test('shows one field for a key at first, that of the endpoint which is asked', () => {
    list({ anthropic: none, router: none });
    expect(screen.getAllByLabelText('Key')).toHaveLength(1);
  });

  test('has Anthropic first and the device last', () => {
    list({ anthropic: none, router: none });
    const group = screen.getByRole('group', { name: 'Endpoints' });
    const radios = within(group).getAllByRole('radio') as HTMLInputElement[];
    const values = radios.filter(({ name }) => name === 'endpoint').map(({ value }) => value);
    expect(values).toEqual(['anthropic', 'router', 'device']);
  });

  test('asks whoever is chosen', () => {
    const { choose } = list({ anthropic: none, router: none });
    fireEvent.click(screen.getByRole('radio', { name: 'On this device' }));
    expect(choose).toHaveBeenCalledExactlyOnceWith('device');
  });

  test('says which host is not allowed yet, and allows it in the click', () => {
    const { allow } = list({ anthropic: none, router: { ...state, allowed: false } }, 'router');
    expect(screen.getByText('Not allowed yet')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Allow router.example' }));
    expect(allow).toHaveBeenCalledExactlyOnceWith('https://router.example');
  });

  test('removes one after a second word, and says that the key goes too', () => {
    const { remove } = list({ anthropic: none, router: state }, 'router');
    fireEvent.click(screen.getByRole('button', { name: 'Remove' }));
    expect(remove).not.toHaveBeenCalled();
    expect(screen.getByText(/Its key is forgotten too/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Yes, remove' }));
    expect(remove).toHaveBeenCalledExactlyOnceWith('router');
  });

  test('cannot lose Anthropic', () => {
    list({ anthropic: none, router: state });
    expect(screen.queryByRole('button', { name: 'Remove' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
  });

  test('takes a new one, from a service that is known', () => {
    const { save } = list({ anthropic: none, router: none });
    fireEvent.click(screen.getByRole('button', { name: 'Add an endpoint' }));
    fireEvent.change(screen.getByLabelText('Service'), { target: { value: 'ollama' } });
    expect(screen.getByText(/OLLAMA_ORIGINS/)).toBeTruthy();
    fireEvent.input(screen.getByLabelText('Model id'), { target: { value: 'qwen3:8b' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(save).toHaveBeenCalledExactlyOnceWith({
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      name: 'Ollama',
      baseUrl: 'http://localhost:11434',
      auth: 'none',
      model: 'qwen3:8b',
      prices: [],
    });
  });
});

describe('the prices of an endpoint', () => {
  const states = { anthropic: state, router: state };
  const type = (label: string, value: string) =>
    fireEvent.input(screen.getByLabelText(label), { target: { value } });
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

  test('begin with the list’s, for the model that is asked; what is typed goes before', () => {
    const { price, save, allow } = list(states);
    press('Add a price');
    const cacheRead = screen.getByLabelText('Cache read') as HTMLInputElement;
    expect(cacheRead.value).toBe('0.01');
    type('Input', '0');
    type('Output', '0');
    press('Save the price');
    const rates = { input: 0, output: 0, cacheRead: 10, cacheWrite5m: 125, cacheWrite1h: 200 };
    const prices = [{ model: 'claude-haiku-5-5', ...rates }];
    expect(price).toHaveBeenCalledExactlyOnceWith({ ...anthropicEndpoint, prices });
    expect(save).not.toHaveBeenCalled();
    expect(allow).not.toHaveBeenCalled();
  });

  test('follow the model that is named until a price is typed, and stay then', () => {
    list(states);
    press('Add a price');
    const input = () => (screen.getByLabelText('Input') as HTMLInputElement).value;
    type('Model id', 'claude-opus-5-5');
    expect(input()).toBe('4');
    type('Model id', 'claude-unheard-of');
    expect(input()).toBe('');
    type('Input', '7');
    type('Model id', 'claude-opus-5-5');
    expect(input()).toBe('7');
  });

  test('are changed and removed one by one', () => {
    const { price } = list(states, 'router');
    press('Edit other');
    type('Output', '0.5');
    press('Save the price');
    expect(price).toHaveBeenLastCalledWith({
      ...router,
      prices: [router.prices[1], { model: 'other', input: 1, output: 500 }],
    });
    press('Remove some/model');
    expect(price).toHaveBeenLastCalledWith({ ...router, prices: [router.prices[0]] });
  });

  test('are not saved while one is faulty; each fault is said at its field', () => {
    const { price } = list(states, 'router');
    press('Add a price');
    type('Model id', 'new');
    type('Input', '1,000');
    press('Save the price');
    expect(price).not.toHaveBeenCalled();
    expect(screen.getByText(/can be read as two numbers/)).toBeTruthy();
    expect(screen.getByText(/0 if it is free/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Input'));
  });
});

describe('the form of an endpoint', () => {
  const form = (endpoint: EndpointConfig | null, hasKey = false) => {
    const onSave = vi.fn();
    render(
      <EndpointForm
        endpoint={endpoint}
        hasKey={hasKey}
        models={[]}
        onSave={onSave}
        onCancel={vi.fn()}
      />,
    );
    return onSave;
  };
  const typeAddress = (value: string) =>
    fireEvent.input(screen.getByLabelText('Address'), { target: { value } });

  test.each([
    ['nowhere', /not a web address/],
    ['http://192.168.1.7:11434', /Only https/],
    ['https://me:secret@host.example', /Leave out the name and password/],
    ['https://host.example/?key=1', /Leave out all from the \? or #/],
  ])('says of %s what is wrong with it, while it is typed', (typed, words) => {
    form(null);
    typeAddress(typed);
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByLabelText('Address').getAttribute('aria-invalid')).toBe('true');
  });

  test('shows the host that an address would really reach', () => {
    form(null);
    typeAddress('https://аpi.anthropic.com/v1/messages');
    expect(screen.getByText('xn--pi-6kc.anthropic.com')).toBeTruthy();
  });

  test('says beforehand that a key does not follow to another address', () => {
    form(router, true);
    expect(screen.queryByText(/the key does not come along/)).toBeNull();
    typeAddress('https://router.example/other');
    expect(screen.queryByText(/the key does not come along/)).toBeNull();
    typeAddress('https://router.example.org/api');
    expect(screen.getByText(/the key does not come along/)).toBeTruthy();
  });

  test('saves nothing that is faulty, and goes to the first fault', () => {
    const onSave = form(null);
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(onSave).not.toHaveBeenCalled();
    expect(screen.getByText('Give it a name.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Name'));
  });
});

describe('a typed endpoint', () => {
  const draft = { ...draftOf(router), name: ' Mine ' };

  test('is stored tidied, with its prices as they are, whatever its model is now', () => {
    expect(checkDraft({ ...draft, model: ' another ' }, router.prices)).toEqual({
      kind: 'ok',
      config: {
        name: 'Mine',
        baseUrl: router.baseUrl,
        auth: 'bearer',
        model: 'another',
        prices: router.prices,
      },
    });
  });

  test('without anything has a fault in each field that it needs', () => {
    const checked = checkDraft(emptyDraft, []);
    expect(checked).toMatchObject({
      faults: { name: 'faultName', baseUrl: 'faultNotAnAddress', model: 'faultModel' },
    });
  });
});

describe('a change of the list', () => {
  const settings = {
    ...defaultSettings,
    endpoints: [anthropicEndpoint, router],
    endpoint: 'router',
  };

  test('puts an endpoint in its own place, or at the end', () => {
    const renamed = { ...router, name: 'Renamed' };
    const added = { ...router, id: 'new' };
    expect(withEndpoint(settings, renamed)).toEqual({ endpoints: [anthropicEndpoint, renamed] });
    expect(withEndpoint(settings, added).endpoints).toEqual([anthropicEndpoint, router, added]);
  });

  test('that removes the endpoint which is asked goes back to Anthropic', () => {
    expect(withoutEndpoint(settings, 'router')).toEqual({
      endpoints: [anthropicEndpoint],
      endpoint: 'anthropic',
    });
  });
});
