import { useState } from 'preact/hooks';
import { type EndpointConfig, originOf } from '../../utils/core/endpoint';
import type { ModelLists } from '../../utils/store/models';
import type { Settings } from '../../utils/store/settings';
import { useReread } from '../use-reread';
import { useModels, useSettings } from '../use-stored';
import { useOwn } from './actions/use-own';
import type { EndpointState } from './EndpointItem';
import { withEndpoint, withoutEndpoint } from './endpoint-changes';
import { Options } from './Options';
import type { ShortcutKeys } from './Slots';
import { keepSettings, useChanges } from './use-changes';
import { type Keys, useKeys } from './use-keys';
import { type Hosts, type Reach, useReach } from './use-reach';
import { useRestoring } from './use-restoring';

interface Props extends Hosts {
  readonly readShortcuts: () => Promise<ShortcutKeys>;
  readonly changeShortcut: () => void;
  /** Asks the user to let the address of a page leave; must be called in a click. */
  readonly allowAddress: () => Promise<boolean>;
}

const noKeys: ShortcutKeys = {};

/** The options with what is stored, turning choices into commands. */
export function OptionsHere(props: Props) {
  const stored = useSettings();
  const models = useModels();
  const keys = useKeys(stored?.endpoints ?? null);
  const reach = useReach(stored?.endpoints ?? null, props);
  const shortcuts = useReread(props.readShortcuts, noKeys);
  const { shown, saving, change } = useChanges(stored, keepSettings);
  const own = useOwn(props.allowAddress);
  const { restored, restore } = useRestoring(keys.refresh);
  const [now] = useState(Date.now);
  // All at once: what comes later must not move what is about to be clicked.
  if (!shown || !models || !keys.statuses || !own) return null;

  const keep = (changed: Partial<Settings>) => void change(changed).then(keys.refresh);
  return (
    <Options
      settings={shown}
      models={models}
      own={own}
      lock={keys.lock}
      states={statesOf(shown.endpoints, keys, reach, models)}
      shortcuts={shortcuts}
      saving={saving}
      restored={restored}
      now={now}
      asks={{
        key: keys.asks,
        change: keep,
        ...endpointAsks(shown, keep, reach),
        restore,
        changeShortcut: props.changeShortcut,
      }}
    />
  );
}

function endpointAsks(shown: Settings, keep: (changed: Partial<Settings>) => void, reach: Reach) {
  const price = (endpoint: EndpointConfig) => keep(withEndpoint(shown, endpoint));
  return {
    allow: reach.allow,
    save(endpoint: EndpointConfig) {
      reach.allow(originOf(endpoint));
      price(endpoint);
    },
    price,
    remove: (id: string) => keep(withoutEndpoint(shown, id)),
  };
}

function statesOf(
  endpoints: readonly EndpointConfig[],
  keys: Keys,
  reach: Reach,
  models: ModelLists,
): Readonly<Record<string, EndpointState>> {
  const state = (endpoint: EndpointConfig): EndpointState => ({
    key: keys.statuses?.[endpoint.id] ?? { kind: 'none' },
    lock: keys.lock,
    testing: keys.testing[endpoint.id] ?? { kind: 'none' },
    allowed: reach.isAllowed(endpoint),
    models: models[endpoint.id] ?? [],
  });
  return Object.fromEntries(endpoints.map((endpoint) => [endpoint.id, state(endpoint)]));
}
