import { useRef, useState } from 'preact/hooks';
import { type EndpointConfig, isAnthropic } from '../../utils/core/endpoint';
import { t } from '../../utils/i18n';
import type { LockStatus } from '../../utils/store/lock';
import type { Keep, KeyStatus } from '../../utils/store/vault';
import { useKeptFocus } from '../use-kept-focus';
import { KeyForm } from './KeyForm';
import { KeyOutcome, type Testing } from './KeyOutcome';
import type { Kept } from './keep-draft';
import { MoveForm } from './MoveForm';
import { isPresent, type PresentKey, SavedKey } from './SavedKey';
import { type LockAsks, Unlocking } from './Unlocking';

export interface KeyAsks extends LockAsks {
  readonly save: (endpoint: EndpointConfig, key: string, kept: Kept) => void;
  /** Keeps it otherwise. */
  readonly move: (endpointId: string, kept: Kept) => void;
  readonly test: (endpointId: string) => void;
  readonly forget: (endpointId: string) => void;
}

/** What the user is about to change: the key itself, or where it is kept. */
type Changing = 'nothing' | 'key' | 'place';

interface Props {
  readonly endpoint: EndpointConfig;
  readonly status: KeyStatus;
  readonly lock: LockStatus;
  readonly testing: Testing;
  readonly asks: KeyAsks;
}

const keysPage = 'https://platform.claude.com/settings/keys';

/** An endpoint's key: pasted once, tested at once, and never shown again. */
export function EndpointKey(props: Props) {
  const { endpoint, status, testing } = props;
  const [changing, setChanging] = useState<Changing>('nothing');
  const home = useRef<HTMLFieldSetElement>(null);
  useKeptFocus(home, `${status.kind} ${changing} ${testing.kind}`);
  const keyless = endpoint.auth === 'none';
  // What is locked cannot be used, whatever a test said of it while it was open.
  const past = status.kind === 'locked' && testing.kind === 'ended' && testing.test.ok;
  const saved = changing === 'nothing' && isPresent(status);
  return (
    <fieldset ref={home} tabIndex={-1} aria-label={t('keyOf', { name: endpoint.name })}>
      <KeyControls {...props} changing={changing} onChange={setChanging} />
      <KeyOutcome
        testing={past ? { kind: 'none' } : testing}
        service={endpoint.name}
        gone={!keyless && status.kind === 'gone'}
        keyless={keyless}
      />
      {!keyless && <KeyAdvice saved={saved} ours={isAnthropic(endpoint)} />}
    </fieldset>
  );
}

interface ControlProps extends Props {
  readonly changing: Changing;
  readonly onChange: (changing: Changing) => void;
}

function KeyControls(props: ControlProps) {
  const { endpoint, status, lock, testing, asks, changing, onChange } = props;
  const { id } = endpoint;
  const busy = testing.kind === 'running';
  if (endpoint.auth === 'none') {
    return (
      <button type="button" class="button" disabled={busy} onClick={() => asks.test(id)}>
        {t('test')}
      </button>
    );
  }
  if (isPresent(status) && changing !== 'key') {
    return <KeptKey {...props} status={status} busy={busy} />;
  }
  return (
    <KeyForm
      keep={keepOf(status)}
      lock={lock}
      busy={busy}
      placeholder={isAnthropic(endpoint) ? 'sk-ant-…' : ''}
      asks={asks}
      onSave={(key, kept) => {
        onChange('nothing');
        asks.save(endpoint, key, kept);
      }}
    />
  );
}

interface KeptProps extends ControlProps {
  readonly status: PresentKey;
  readonly busy: boolean;
}

function KeptKey({ endpoint: { id }, status, lock, busy, asks, changing, onChange }: KeptProps) {
  if (changing === 'place' && status.kind === 'saved') {
    return (
      <MoveForm
        keep={status.keep}
        lock={lock}
        asks={asks}
        onMove={(kept) => {
          onChange('nothing');
          asks.move(id, kept);
        }}
        onCancel={() => onChange('nothing')}
      />
    );
  }
  return (
    <>
      <SavedKey
        status={status}
        busy={busy}
        onTest={() => asks.test(id)}
        onReplace={() => onChange('key')}
        onMove={() => onChange('place')}
        onForget={() => asks.forget(id)}
      />
      {status.kind === 'locked' && <Unlocking asks={asks} />}
    </>
  );
}

/** As the last one was kept. */
function keepOf(status: KeyStatus): Keep {
  switch (status.kind) {
    case 'none':
      return 'session';
    case 'locked':
      return 'passphrase';
    case 'gone':
    case 'saved':
      return status.keep;
  }
}

/** Where keys are made, and where they end. */
function KeyAdvice({ saved, ours }: { readonly saved: boolean; readonly ours: boolean }) {
  if (!ours) return saved ? <p class="hint">{t('forgetHintElsewhere')}</p> : null;
  return (
    <p class="hint">
      {saved && `${t('forgetHint')} `}
      <a href={keysPage} target="_blank" rel="noreferrer">
        {t(saved ? 'deleteInConsole' : 'getKey')}
      </a>
    </p>
  );
}
