import { deviceEndpoint } from '../../utils/core/endpoint';
import type { Remedy } from '../../utils/core/runs/remedy';
import { isLive } from '../../utils/core/runs/run';
import type { Source } from '../../utils/core/source/source';
import { t } from '../../utils/i18n';
import { useModelNames } from '../use-stored';
import { paragraphs, Sample } from './Sample';
import type { WelcomeSurroundings } from './surroundings';
import type { OwnRuns } from './use-own-runs';

interface Props {
  readonly runs: OwnRuns;
  readonly surroundings: WelcomeSurroundings;
  readonly onModel: () => void;
}

/** The sample with its run, turning what the user asks for into commands. */
export function SampleHere({ runs, surroundings, onModel }: Props) {
  const { sample, ask, start } = runs;
  const { tabId, address, openOptions } = surroundings;
  const nameModel = useModelNames();

  function summarize(): void {
    if (sample && isLive(sample)) return;
    const { id: endpointId } = deviceEndpoint;
    start({
      kind: 'start',
      tabId,
      actionId: 'summarize',
      controls: {},
      question: '',
      source: sampleAt(address),
      shielded: false,
      endpointId,
    });
  }

  return (
    <Sample
      run={sample}
      nameModel={nameModel}
      onStart={summarize}
      onSeen={(runId) => ask({ kind: 'seen', runId, tabId, aside: false })}
      onModel={onModel}
      onRemedy={({ kind }: Remedy) => (kind === 'open-options' ? openOptions() : summarize())}
    />
  );
}

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
    whole: null,
    unsure: false,
    media: null,
  };
}
