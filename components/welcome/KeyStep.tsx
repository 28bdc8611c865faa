import { anthropicEndpoint } from '../../utils/core/endpoint';
import { t } from '../../utils/i18n';
import type { LockStatus } from '../../utils/store/lock';
import type { KeyStatus } from '../../utils/store/vault';
import { EndpointKey, type KeyAsks } from '../options/EndpointKey';
import type { Testing } from '../options/KeyOutcome';

interface Props {
  readonly status: KeyStatus;
  readonly lock: LockStatus;
  readonly testing: Testing;
  readonly asks: KeyAsks;
}

/** The key of Anthropic's own endpoint, for those who have one at hand. */
export function KeyStep({ status, lock, testing, asks }: Props) {
  return (
    <section id="key-step" aria-labelledby="key">
      <h2 id="key">{t('welcomeKey')}</h2>
      <p class="welcome-hint">{t('welcomeKeyHint')}</p>
      <EndpointKey
        endpoint={anthropicEndpoint}
        status={status}
        lock={lock}
        testing={testing}
        asks={asks}
      />
      {status.kind !== 'saved' && status.kind !== 'locked' && (
        <p class="welcome-small">{t('welcomeKeyTest')}</p>
      )}
    </section>
  );
}
