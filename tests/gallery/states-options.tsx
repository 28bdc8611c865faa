import type { ComponentProps } from 'preact';
import { Options, type OptionsAsks } from '../../components/options/Options';
import type { OwnAction } from '../../utils/core/actions/own-action';
import type { Restored } from '../../utils/core/backup';
import { anthropicEndpoint, deviceEndpoint, type EndpointConfig } from '../../utils/core/endpoint';
import type { LockStatus } from '../../utils/store/lock';
import type { Closed } from '../../utils/store/opening';
import type { Settings } from '../../utils/store/settings';
import type { KeyStatus } from '../../utils/store/vault';
import { type Act, Acted, click, leave, reveal, type } from './acted';
import { reply, store } from './browser-stub';
import { keyAsks } from './data/key-asks';
import { models } from './data/models';
import { otherAction, ownAction, ownProps, plannedFor } from './data/own-actions';
import { settings as defaultSettings } from './data/settings';
import type { States } from './states-popup';

const nothing = () => undefined;
const asks: OptionsAsks = {
  key: keyAsks,
  change: nothing,
  allow: nothing,
  save: nothing,
  price: nothing,
  remove: nothing,
  restore: nothing,
  changeShortcut: nothing,
};

type State = ComponentProps<typeof Options>['states'][string];

const anthropic = anthropicEndpoint.id;
const saved: Extract<KeyStatus, { kind: 'saved' }> = {
  kind: 'saved',
  keep: 'device',
  lastFour: '1a2b',
};
const fresh: State = {
  key: { kind: 'none' },
  lock: { kind: 'none' },
  testing: { kind: 'none' },
  allowed: true,
  models: [],
};

const router: EndpointConfig = {
  id: 'router',
  name: 'OpenRouter',
  baseUrl: 'https://openrouter.ai/api',
  auth: 'bearer',
  model: 'anthropic/claude-haiku-5.5',
  prices: [
    { model: 'anthropic/claude-haiku-5.5', input: 100, output: 500 },
    { model: 'qwen/qwen3-next-80b-a3b-instruct:free', input: 0, output: 0 },
  ],
};
const local: EndpointConfig = {
  id: 'local',
  name: 'Ollama',
  baseUrl: 'http://localhost:11434',
  auth: 'none',
  model: 'qwen3:8b',
  prices: [],
};

const own: Settings = {
  ...defaultSettings,
  endpoints: [anthropicEndpoint, router, local],
  endpoint: 'router',
};

interface Shown {
  readonly settings?: Settings;
  readonly states?: Readonly<Record<string, Partial<State>>>;
  readonly props?: Partial<ComponentProps<typeof Options>>;
  readonly acts?: readonly Act[];
}

function show({ settings = defaultSettings, states = {}, props = {}, acts = [] }: Shown) {
  const full = settings.endpoints.map(({ id }) => [id, { ...fresh, ...states[id] }] as const);
  return (
    <Acted acts={acts}>
      <Options
        settings={settings}
        models={Object.fromEntries(full.map(([id, state]) => [id, state.models]))}
        states={Object.fromEntries(full)}
        lock={{ kind: 'none' }}
        own={ownProps()}
        shortcuts={{ _execute_action: 'Alt+Shift+S', 'slot-1': 'Alt+Shift+1' }}
        saving="nothing"
        restored={null}
        now={Date.now()}
        asks={asks}
        {...props}
      />
    </Acted>
  );
}

export function optionsStates(): States {
  return {
    ...keyStates(),
    ...endpointStates(),
    ...actionStates(),
    ...placeStates(),
    ...pageStates(),
  };
}

function keyStates(): States {
  const withKey = (state: Partial<State>, acts: readonly Act[] = []) =>
    show({ states: { [anthropic]: { key: saved, ...state } }, acts });
  const locked = underLock({ kind: 'locked', lastFour: '1a2b' }, { kind: 'locked' });
  const open = (until: number | null) =>
    underLock({ ...saved, keep: 'passphrase' }, { kind: 'open', until });
  const atLock = reveal('#passphrase');
  return {
    'options-no-key': () => show({}),
    'options-storage-lost': () => {
      store({ loss: { what: 'database', at: Date.now() } });
      return show({});
    },
    ...closedStates(),
    'options-key-gone': () =>
      show({ states: { [anthropic]: { key: { kind: 'gone', keep: 'session' } } } }),
    'options-testing': () => withKey({ testing: { kind: 'running' } }),
    'options-failed': () =>
      withKey({
        testing: {
          kind: 'ended',
          test: { ok: false, saved: true, problem: { kind: 'key-refused' } },
        },
      }),
    'options-key-passphrase': () =>
      show({
        acts: [click('input[name=keep][value=passphrase]'), reveal('.key-form')],
      }),
    'options-key-passphrase-faults': () =>
      show({
        acts: [
          click('input[name=keep][value=passphrase]'),
          type('.new-passphrase input', 'too short'),
          leave('.new-passphrase input'),
          type('.new-passphrase .passphrase:last-child input', 'other'),
          reveal('.key-form'),
        ],
      }),
    'options-key-moving': () =>
      withKey({}, [
        click('.saved-key .quiet'),
        click('input[name=keep][value=session]'),
        reveal('.key-form'),
      ]),
    'options-locked': () => show(locked),
    'options-locked-forgot': () => show({ ...locked, acts: [click('.unlocking > .quiet')] }),
    'options-lock': () => show({ ...open(Date.parse('2026-11-26T22:30:00')), acts: [atLock] }),
    'options-lock-locked': () => show({ ...locked, acts: [atLock] }),
    'options-lock-changing': () => show({ ...open(null), acts: [click('.lock .quiet'), atLock] }),
    'options-models': () =>
      withKey({ testing: { kind: 'ended', test: { ok: true, models: 5 } }, models }),
  };
}

function underLock(key: KeyStatus, lock: LockStatus): Shown {
  return { states: { [anthropic]: { key, lock } }, props: { lock } };
}

function endpointStates(): States {
  const states = { [anthropic]: { key: saved }, router: { key: saved } };
  const listless: State['testing'] = { kind: 'ended', test: { ok: true, models: null } };
  return {
    'options-endpoints': () => show({ settings: own, states }),
    'options-endpoint-not-allowed': () =>
      show({ settings: own, states: { ...states, router: { allowed: false } } }),
    'options-endpoint-lists-nothing': () =>
      show({ settings: own, states: { ...states, router: { key: saved, testing: listless } } }),
    'options-endpoint-removing': () =>
      show({ settings: own, states, acts: [click('.removal .danger')] }),
    'options-endpoint-editing': () =>
      show({
        settings: own,
        states,
        acts: [
          click('.removal .button'),
          type('.endpoint-form [inputmode=url]', 'https://xn--pnrouter-p4a.ai/api'),
        ],
      }),
    'options-endpoint-form': () => form([]),
    'options-endpoint-form-faults': () =>
      form([
        type('.endpoint-form [inputmode=url]', 'http://192.168.1.7:11434'),
        click('.endpoint-form [type=submit]'),
      ]),
    'options-endpoint-form-preset': () => form([type('.endpoint-form select', 'ollama', 'change')]),
    'options-prices': () => show({ settings: own, states, acts: [reveal('.own-prices')] }),
    'options-price-form': () =>
      show({ settings: own, states, acts: [click('.own-prices > .button')] }),
    'options-price-listed': () => show({ acts: [click('.own-prices > .button')] }),
    'options-price-faults': () =>
      show({
        settings: own,
        states,
        acts: [
          click('.own-prices > .button'),
          type('.price-form .form-field:nth-child(1) input', 'some/model'),
          type('.price-fields .form-field:nth-of-type(1) input', '1,000'),
          type('.price-fields .form-field:nth-of-type(2) input', '-3'),
          type('.price-fields .form-field:nth-of-type(3) input', 'much'),
          click('.price-form [type=submit]'),
        ],
      }),
    'options-device': () => show({ settings: { ...own, endpoint: deviceEndpoint.id }, states }),
  };
}

const family = ownAction({
  id: 'own:9f7b2c1e-0000-4000-8000-000000000003',
  title: `${'رد مهذب على رسالة طويلة جدًا 👩‍👩‍👧‍👦 '.repeat(6)}`.trim(),
});

function placeStates(): States {
  const siteRules = [
    { site: 'example.org', action: 'explain', language: 'de', model: null },
    { site: `${'a-very-long-part.'.repeat(8)}example`, action: null, language: 'ar', model: null },
  ];
  const settings: Settings = {
    ...defaultSettings,
    menuActions: ['translate', family.id],
    slots: ['key-points', family.id, null],
    siteRules,
  };
  const props = { own: ownProps({ actions: [family] }) };
  const wide = ownAction({ id: `${family.id.slice(0, -1)}9`, title: 'W'.repeat(200) });
  const longNames = {
    settings: { ...settings, menuActions: [wide.id], slots: [wide.id, null, null] },
    props: { own: ownProps({ actions: [wide, ownAction({ title: 'رد مهذب' })] }) },
  };
  return {
    'options-places': () => show({ settings, props, acts: [reveal('#opening')] }),
    'options-places-long-name': () => show({ ...longNames, acts: [reveal('#opening')] }),
    'options-actions-long-name': () => show({ ...longNames, acts: [reveal('#actions')] }),
    'options-sites': () => show({ settings, props, acts: [reveal('#sites')] }),
  };
}

function actionStates(): States {
  const actions = [ownAction(), otherAction, family];
  const shown = (change: Parameters<typeof ownProps>[0], acts: readonly Act[] = []) =>
    show({
      settings: { ...defaultSettings, hiddenActions: [otherAction.id] },
      props: { own: ownProps(change) },
      acts: [reveal('#actions'), ...acts],
    });
  const { asks } = ownProps();
  const withheld = { ...asks, plan: async (action: OwnAction) => plannedFor(action, true) };
  const first = `[id="action-${ownAction().id}"]`;
  const editing = [click(first), click('.action-details .button')];
  return {
    'options-actions-none': () => shown({}),
    'options-actions': () => shown({ actions }, [click(first)]),
    'options-action-editor': () => shown({ actions }, editing),
    'options-action-withheld': () =>
      shown({ actions: [otherAction], asks: withheld }, [
        click(`[id="action-${otherAction.id}"]`),
        click('.action-details .button'),
        reveal('.picks'),
      ]),
    'options-action-completion': () =>
      shown({ actions }, [...editing, type('[name=prompt]', 'Reply to {{t')]),
    'options-action-faults': () =>
      shown({ actions }, [
        click('#new-action'),
        type('[name=prompt]', 'Compare {{selection}} with {{page}} and {{previous}}'),
        click('.action-form [type=submit]'),
      ]),
    'options-actions-deleted': () =>
      shown({ actions, outcome: { kind: 'deleted', action: family } }),
    'options-actions-import-failed': () =>
      shown({
        actions,
        outcome: {
          kind: 'failed',
          importing: true,
          fault: {
            kind: 'action',
            field: 'actions.1.prompt',
            fault: { kind: 'unknown-variable', field: 'prompt', name: 'previous' },
          },
        },
      }),
    'options-actions-paste': () => shown({ actions }, [click('.file-button + .button')]),
  };
}

/** The form of a new endpoint, below the list. */
function form(acts: readonly Act[]) {
  const settings = { ...own, endpoint: deviceEndpoint.id };
  return show({ settings, acts: [click('#add-endpoint'), ...acts] });
}

function pageStates(): States {
  const failed = (fault: Extract<Restored, { ok: false }>['fault']) =>
    show({ props: { restored: { ok: false, fault } }, acts: [reveal('#backup')] });
  return {
    'options-top-to-bottom': () => show({ acts: [reveal('#actions')] }),
    'options-lower-half': () => show({ acts: [reveal('#spending')] }),
    'options-search': () => show({ acts: [type('[type=search]', 'key')] }),
    'options-search-nothing': () => show({ acts: [type('[type=search]', 'telepathy')] }),
    'options-saved': () => show({ props: { saving: 'saved' } }),
    'options-not-saved': () => show({ props: { saving: 'failed' } }),
    'options-restored': () =>
      show({ props: { restored: { ok: true } }, acts: [reveal('#backup')] }),
    'options-restore-invalid': () => failed({ kind: 'invalid', field: 'endpoints.1.baseUrl' }),
    'options-restore-newer': () => failed({ kind: 'newer' }),
  };
}

/** A database that does not open, and the second word before a new one is begun. */
function closedStates(): States {
  const closed = (why: Closed) => {
    reply({ 'storage-trouble': why });
    return show({ states: { [anthropic]: { key: { kind: 'gone', keep: 'device' } } } });
  };
  return {
    'options-database-damaged': () => closed('damaged'),
    'options-database-newer': () => closed('newer'),
    'options-database-off': () => closed('off'),
  };
}
