import { useRef, useState } from 'preact/hooks';
import { type EndpointConfig, isAnthropic } from '../../utils/core/endpoint';
import { t } from '../../utils/i18n';
import type { Keep, KeyStatus } from '../../utils/store/vault';
import { KeyForm } from './KeyForm';
import { KeyOutcome, type Testing } from './KeyOutcome';
import { SavedKey } from './SavedKey';
import { useFocusAtHome } from './use-focus-at-home';

export interface KeyAsks {
  readonly save: (endpoint: EndpointConfig, key: string, keep: Keep) => void;
  readonly test: (endpointId: string) => void;
  readonly forget: (endpointId: string) => void;
}

interface Props {
  readonly endpoint: EndpointConfig;
  readonly status: KeyStatus;
  readonly testing: Testing;
  readonly asks: KeyAsks;
}

const keysPage = 'https://platform.claude.com/settings/keys';

/** An endpoint's key: pasted once, tested at once, and never shown again. */
export function EndpointKey(props: Props) {
  const { endpoint, status, testing } = props;
  const [replacing, setReplacing] = useState(false);
  const home = useRef<HTMLFieldSetElement>(null);
  useFocusAtHome(home, `${status.kind} ${replacing}`);
  const keyless = endpoint.auth === 'none';
  const saved = status.kind === 'saved' && !replacing;
  return (
    <fieldset ref={home} tabIndex={-1} aria-label={t('keyOf', { name: endpoint.name })}>
      <KeyControls {...props} replacing={replacing} onReplace={setReplacing} />
      <KeyOutcome
        testing={testing}
        service={endpoint.name}
        gone={!keyless && status.kind === 'gone'}
        keyless={keyless}
      />
      {!keyless && <KeyAdvice saved={saved} ours={isAnthropic(endpoint)} />}
    </fieldset>
  );
}

interface ControlProps extends Props {
  readonly replacing: boolean;
  readonly onReplace: (replacing: boolean) => void;
}

function KeyControls({ endpoint, status, testing, asks, replacing, onReplace }: ControlProps) {
  const { id } = endpoint;
  const busy = testing.kind === 'running';
  if (endpoint.auth === 'none') {
    return (
      <button type="button" class="button" disabled={busy} onClick={() => asks.test(id)}>
        {t('test')}
      </button>
    );
  }
  if (status.kind === 'saved' && !replacing) {
    return (
      <SavedKey
        status={status}
        busy={busy}
        onTest={() => asks.test(id)}
        onReplace={() => onReplace(true)}
        onForget={() => asks.forget(id)}
      />
    );
  }
  return (
    <KeyForm
      keep={status.kind === 'none' ? 'session' : status.keep}
      busy={busy}
      placeholder={isAnthropic(endpoint) ? 'sk-ant-…' : ''}
      onSave={(key, keep) => {
        onReplace(false);
        asks.save(endpoint, key, keep);
      }}
    />
  );
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
