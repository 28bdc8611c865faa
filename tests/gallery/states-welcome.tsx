import { KeyStep } from '../../components/welcome/KeyStep';
import { paragraphs, Sample } from '../../components/welcome/Sample';
import { Welcome } from '../../components/welcome/Welcome';
import { deviceEndpoint } from '../../utils/core/endpoint';
import { nanoPerDollar } from '../../utils/core/money/money';
import type { Run } from '../../utils/core/runs/run';
import { keySentences } from '../../utils/core/source/key-sentences';
import { t } from '../../utils/i18n';
import type { KeyStatus } from '../../utils/store/vault';
import { keyAsks } from './data/key-asks';
import { receipt, run, source, turn } from './data/runs';
import type { States } from './states-popup';

const nothing = () => undefined;
const saved: KeyStatus = { kind: 'saved', keep: 'device', lastFour: '1a2b' };

export function welcomeStates(): States {
  const show = (sample: Run | null, done: boolean) => (
    <Welcome
      sample={
        <Sample
          run={sample}
          nameModel={() => t('keySentences')}
          onStart={nothing}
          onSeen={async () => undefined}
          onModel={nothing}
          onRemedy={nothing}
        />
      }
      keyStep={
        <KeyStep
          status={done ? saved : { kind: 'none' }}
          testing={done ? { kind: 'ended', test: { ok: true, models: 5 } } : { kind: 'none' }}
          lock={{ kind: 'none' }}
          asks={keyAsks}
        />
      }
      selectionAsked={done}
      shortcut="Alt+Shift+S"
      pinned={done}
      monthlyLimit={5 * nanoPerDollar}
      dailyLimit={2 * nanoPerDollar}
      onBudget={nothing}
      onOptions={nothing}
    />
  );
  return {
    'welcome-first': () => show(null, false),
    'welcome-done': () => show(answered(), true),
    'welcome-problem': () =>
      show(
        run(null, { state: { kind: 'failed', problem: { kind: 'private-window-off' } } }),
        false,
      ),
  };
}

function answered(): Run {
  const text = paragraphs.map((key) => t(key)).join('\n\n');
  const { name: service } = deviceEndpoint;
  const picked = keySentences(text, document.documentElement.lang);
  const change = {
    service,
    pricing: { kind: 'free' },
    model: 'key-sentences',
    text: picked.map((sentence) => `- ${sentence}`).join('\n'),
    receipt: receipt({
      service,
      model: 'key-sentences',
      usage: null,
      cost: { kind: 'exact', nano: 0 },
      pricedOn: null,
      requestId: null,
      firstWordMs: 12,
      wholeMs: 12,
    }),
  } as const;
  const from = source(text, t('welcomeSampleTitle'), { kind: 'page' });
  return run(from, { turns: [turn({ kind: 'done' }, change)] });
}
