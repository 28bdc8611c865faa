import { anthropicEndpoint } from '../../utils/core/endpoint';
import { usualLimits } from '../../utils/core/money/budget';
import { keepSettings, useChanges } from '../options/use-changes';
import { useKeys } from '../options/use-keys';
import { useReread } from '../use-reread';
import { useSettings } from '../use-stored';
import { KeyStep } from './KeyStep';
import { SampleHere } from './SampleHere';
import type { WelcomeSurroundings } from './surroundings';
import { useOwnRuns } from './use-own-runs';
import { Welcome } from './Welcome';

const { id: anthropic } = anthropicEndpoint;
const endpoints = [anthropicEndpoint];

/** No key that is known, and no test of one. */
const none = { kind: 'none' } as const;

/** Shown until the settings are read, whose parser comes later; theirs is the same. */
const usual = { monthlyLimit: usualLimits.month, dailyLimit: usualLimits.day };

/** The welcome page with what happens in its tab and what is stored, turning choices into commands. */
export function WelcomeHere({ surroundings }: { readonly surroundings: WelcomeSurroundings }) {
  const { tabId, openOptions, readShortcut, readPinned } = surroundings;
  const runs = useOwnRuns(tabId);
  const shortcut = useReread(readShortcut, null);
  const pinned = useReread(readPinned, null);
  const { shown, saving, change } = useChanges(useSettings(), keepSettings);
  const { monthlyLimit, dailyLimit } = shown ?? usual;
  const { statuses, lock, testing, asks } = useKeys(endpoints);
  const status = statuses?.[anthropic] ?? none;
  return (
    <Welcome
      sample={<SampleHere runs={runs} surroundings={surroundings} onModel={goToKey} />}
      keyStep={
        <KeyStep status={status} lock={lock} testing={testing[anthropic] ?? none} asks={asks} />
      }
      selectionAsked={runs.selectionAsked}
      shortcut={shortcut}
      pinned={pinned}
      monthlyLimit={monthlyLimit}
      dailyLimit={dailyLimit}
      notKept={saving === 'failed'}
      onBudget={(limit) => void change({ monthlyLimit: limit })}
      onOptions={openOptions}
    />
  );
}

function goToKey(): void {
  document.querySelector<HTMLElement>('#key-step :is(input, button)')?.focus();
}
