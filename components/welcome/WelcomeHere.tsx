import { deviceEndpoint } from '../../utils/core/endpoint';
import { nanoPerDollar } from '../../utils/core/money';
import type { Remedy } from '../../utils/core/problem';
import { isLive } from '../../utils/core/run';
import type { Source } from '../../utils/core/source';
import { t } from '../../utils/i18n';
import { send } from '../../utils/messages';
import { useModelNames, useSettings } from '../use-stored';
import { KeyStep } from './KeyStep';
import { paragraphs, Sample } from './Sample';
import type { WelcomeSurroundings } from './surroundings';
import { useKey } from './use-key';
import { useOwnRuns } from './use-own-runs';
import { useReread } from './use-reread';
import { Welcome } from './Welcome';

/** The welcome page with what happens in its tab and what is stored, turning choices into commands. */
export function WelcomeHere({ surroundings }: { readonly surroundings: WelcomeSurroundings }) {
  const { tabId, address, openOptions, readShortcut, readPinned } = surroundings;
  const { sample, selectionAsked, ask, start } = useOwnRuns(tabId);
  const shortcut = useReread(readShortcut, null);
  const pinned = useReread(readPinned, null);
  const nameModel = useModelNames();
  const settings = useSettings();
  const key = useKey();

  function summarize(): void {
    if (sample && isLive(sample)) return;
    const { id: endpointId } = deviceEndpoint;
    start({ kind: 'start', tabId, actionId: 'summarize', source: sampleAt(address), endpointId });
  }

  const mend = ({ kind }: Remedy) => (kind === 'open-options' ? openOptions() : summarize());

  return (
    <Welcome
      sample={
        <Sample
          run={sample}
          nameModel={nameModel}
          onStart={summarize}
          onSeen={(runId) => ask({ kind: 'seen', runId, tabId, aside: false })}
          onModel={goToKey}
          onRemedy={mend}
        />
      }
      keyStep={<KeyStep {...key} />}
      selectionAsked={selectionAsked}
      shortcut={shortcut}
      pinned={pinned}
      monthlyLimit={settings?.monthlyLimit ?? usualLimit}
      onBudget={(monthlyLimit) => void send({ kind: 'change-settings', change: { monthlyLimit } })}
      onOptions={openOptions}
    />
  );
}

/** Shown until the settings are read, whose parser comes later; theirs is the same. */
const usualLimit = 5 * nanoPerDollar;

/** The sample as if it had been captured from a page. */
function sampleAt(address: string): Source {
  return {
    kind: 'page',
    text: paragraphs.map((key) => t(key)).join('\n\n'),
    title: t('welcomeSampleTitle'),
    address,
    language: document.documentElement.lang,
    hidden: 0,
    cut: 0,
  };
}

function goToKey(): void {
  document.querySelector<HTMLElement>('#key-step :is(input, button)')?.focus();
}
