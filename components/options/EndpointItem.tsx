import { useState } from 'preact/hooks';
import { type EndpointConfig, isAnthropic } from '../../utils/core/endpoint';
import type { Model } from '../../utils/core/model';
import { t } from '../../utils/i18n';
import type { LockStatus } from '../../utils/store/lock';
import type { KeyStatus } from '../../utils/store/vault';
import { authWords } from './AuthChoice';
import { EndpointForm } from './EndpointForm';
import { EndpointKey, type KeyAsks } from './EndpointKey';
import { EndpointRow } from './EndpointRow';
import type { Testing } from './KeyOutcome';
import { NotAllowed } from './NotAllowed';
import { OwnPrices } from './OwnPrices';
import { Removal } from './Removal';
import { isPresent, lastFourWords } from './SavedKey';
import { useFocusById } from './use-focus-by-id';

export interface EndpointState {
  readonly key: KeyStatus;
  /** Of all keys that are under the passphrase. */
  readonly lock: LockStatus;
  readonly testing: Testing;
  /** Whether the browser lets us reach it. */
  readonly allowed: boolean;
  /** Models that it listed. */
  readonly models: readonly Model[];
}

export interface EndpointAsks {
  readonly key: KeyAsks;
  /** Asks the user to let us reach an origin; called in a click. */
  readonly allow: (origin: string) => void;
  readonly save: (endpoint: EndpointConfig) => void;
  /** Its prices are others; it goes where it went before. */
  readonly price: (endpoint: EndpointConfig) => void;
  readonly remove: (endpointId: string) => void;
}

interface Props {
  readonly endpoint: EndpointConfig;
  readonly state: EndpointState;
  readonly chosen: boolean;
  readonly open: boolean;
  readonly onChoose: () => void;
  readonly onToggle: () => void;
  /** Another endpoint has the same address: the key stays for it. */
  readonly shared: boolean;
  readonly asks: EndpointAsks;
}

/** An endpoint in the list; open, with all that there is to do with it. */
export function EndpointItem(props: Props) {
  const { endpoint, state, chosen, open, onChoose, onToggle } = props;
  return (
    <EndpointRow
      id={endpoint.id}
      name={endpoint.name}
      address={shownAddress(endpoint.baseUrl)}
      remarks={remarks(endpoint, state)}
      chosen={chosen}
      open={open}
      onChoose={onChoose}
      onToggle={onToggle}
    >
      <Details {...props} />
    </EndpointRow>
  );
}

function Details(props: Props) {
  const { endpoint, state, asks } = props;
  const [editing, setEditing] = useState(false);
  const focus = useFocusById();
  const stop = () => {
    setEditing(false);
    focus(`endpoint-${endpoint.id}`);
  };
  if (!editing) return <Standing {...props} onEdit={() => setEditing(true)} />;
  return (
    <EndpointForm
      endpoint={endpoint}
      hasKey={isPresent(state.key) && endpoint.auth !== 'none'}
      models={state.models}
      onSave={(config) => {
        asks.save({ ...config, id: endpoint.id });
        stop();
      }}
      onCancel={stop}
    />
  );
}

function Standing(props: Props & { readonly onEdit: () => void }) {
  const { endpoint, state, shared, asks } = props;
  const { origin, host } = new URL(endpoint.baseUrl);
  const ours = isAnthropic(endpoint);
  return (
    <>
      {ours && <p class="intro">{t('keyIntro')}</p>}
      {!state.allowed && <NotAllowed host={host} onAllow={() => asks.allow(origin)} />}
      <EndpointKey
        endpoint={endpoint}
        status={state.key}
        lock={state.lock}
        testing={state.testing}
        asks={asks.key}
      />
      {!ours && (
        <Removal
          name={endpoint.name}
          keyToo={endpoint.auth !== 'none' && isPresent(state.key) && !shared}
          onEdit={props.onEdit}
          onRemove={() => asks.remove(endpoint.id)}
        />
      )}
      <OwnPrices
        endpoint={endpoint}
        models={state.models}
        onChange={(prices) => asks.price({ ...endpoint, prices })}
      />
    </>
  );
}

/** As it is stored; `http://` shows, because it is the exception. */
function shownAddress(baseUrl: string): string {
  return baseUrl.replace(/^https:\/\//, '');
}

function remarks(endpoint: EndpointConfig, { key, allowed }: EndpointState): readonly string[] {
  const { auth } = endpoint;
  const ofKey = auth === 'none' ? t('authNone') : keyWords(key);
  const style = auth === 'none' || isAnthropic(endpoint) ? [] : [authWords(auth)];
  return [...style, ofKey, ...(allowed ? [] : [t('notAllowedYet')])];
}

function keyWords(status: KeyStatus): string {
  switch (status.kind) {
    case 'none':
      return t('keyNone');
    case 'gone':
      return t('keyGone');
    case 'locked':
    case 'saved':
      return lastFourWords(status);
  }
}
