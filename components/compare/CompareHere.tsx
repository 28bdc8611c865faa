import { useEffect, useState } from 'preact/hooks';
import type { Comparison, Picked } from '../../utils/core/estimate/compare';
import type { CompareCommand } from '../../utils/messages/compare-messages';
import { send } from '../../utils/messages/send';
import { Compare } from './Compare';

interface Props {
  readonly command: CompareCommand;
  readonly onPick: (picked: Picked) => void;
  readonly onClose: () => void;
}

/** Asks the background what each model would take, and shows it. */
export default function CompareHere({ command, onPick, onClose }: Props) {
  const [models, setModels] = useState<readonly Comparison[] | 'failed' | null>(null);
  const [picked, setPicked] = useState<Picked | null>(asked(command));
  useEffect(() => {
    let wanted = true;
    const show = (found: readonly Comparison[] | 'failed') => wanted && setModels(found);
    send(command).then(show, () => show('failed'));
    return () => {
      wanted = false;
    };
    // Once: a pick changes nothing of what is compared.
  }, []);
  const pick = (chosen: Picked) => {
    setPicked(chosen);
    onPick(chosen);
  };
  return <Compare models={models} picked={picked} onPick={pick} onClose={onClose} />;
}

function asked({ endpointId, model }: CompareCommand): Picked | null {
  return endpointId === null || model === undefined ? null : { endpointId, model };
}
