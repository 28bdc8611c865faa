import { type Controls, settled } from '../../utils/core/actions/controls';
import { isAnthropic, isDevice } from '../../utils/core/endpoint';
import type { Estimate } from '../../utils/core/estimate/estimate';
import type { Source } from '../../utils/core/source/source';
import { BudgetHere } from '../budget/BudgetHere';
import { CountExactly } from '../preview/CountExactly';
import { EstimateLine } from '../preview/EstimateLine';
import { SourcesNote } from '../preview/SourcesNote';
import type { Count } from '../preview/use-count';
import type { NameModel } from '../use-stored';
import { ActionBox } from './ActionBox';
import { ControlRow } from './ControlRow';
import type { Choice } from './choices';
import type { Box } from './use-box';

interface Props {
  readonly box: Box;
  readonly estimate: Estimate;
  readonly nameModel: NameModel;
  /** What is remembered of each action's controls, by its id. */
  readonly remembered: Readonly<Record<string, Controls>>;
  readonly answerLanguage: string | null;
  readonly source: Source;
  readonly onControls: (actionId: string, controls: Controls) => void;
  readonly onStart: (choice: Choice) => void;
  /** Null where nobody counts. */
  readonly count: Count | null;
}

/** What can be done: the box, and of the highlighted action its controls and what it would take. */
export function Palette(props: Props) {
  const { box, estimate, nameModel, remembered, answerLanguage } = props;
  const action = box.chosen?.action;
  const onDevice = isDevice({ id: estimate.endpointId });
  return (
    <div class="palette">
      <ActionBox box={box} onStart={props.onStart} />
      {/* The device has one way to answer. */}
      {action && !onDevice && (
        <ControlRow
          action={action}
          controls={settled(action, remembered[action.id] ?? {}, {})}
          answerLanguage={answerLanguage}
          citable={isAnthropic({ id: estimate.endpointId }) && props.source.media?.kind !== 'image'}
          onChoose={(controls) => props.onControls(action.id, controls)}
        />
      )}
      <SourcesNote estimate={estimate} />
      <CountExactly count={props.count}>
        <EstimateLine estimate={estimate} nameModel={nameModel} />
      </CountExactly>
      {!onDevice && <BudgetHere adds={estimate.cost?.high ?? 0} beside />}
    </div>
  );
}
