import { Options } from '../../components/options/Options';
import { defaultModel, type Model } from '../../utils/core/model';
import type { KeyStatus } from '../../utils/store/vault';
import { models } from './data/models';
import type { States } from './states-popup';

const nothing = () => undefined;
const asks = { save: nothing, test: nothing, forget: nothing };
type Testing = Parameters<typeof Options>[0]['testing'];

const none: KeyStatus = { kind: 'none' };
const saved: KeyStatus = {
  kind: 'saved',
  keep: 'device',
  lastFour: '1a2b',
  origin: 'https://api.anthropic.com',
};

export function optionsStates(): States {
  const show = (
    status: KeyStatus,
    testing: Testing = { kind: 'none' },
    listed: readonly Model[] = [],
  ) => (
    <Options
      status={status}
      testing={testing}
      models={listed}
      settings={{ model: defaultModel.id, answerLanguage: null }}
      shortcut="Alt+Shift+S"
      now={Date.now()}
      asks={asks}
      onChange={nothing}
    />
  );
  return {
    'options-no-key': () => show(none),
    'options-key-gone': () => show({ kind: 'gone', keep: 'session' }),
    'options-testing': () => show(saved, { kind: 'running' }),
    'options-failed': () =>
      show(saved, {
        kind: 'ended',
        test: { ok: false, saved: true, problem: { kind: 'key-refused' } },
      }),
    'options-models': () => show(saved, { kind: 'ended', test: { ok: true } }, models),
  };
}
