import { useRef } from 'preact/hooks';
import type { Length } from '../../utils/core/actions/controls';
import { isDevice } from '../../utils/core/endpoint';
import type { Estimate } from '../../utils/core/estimate/estimate';
import { admit } from '../../utils/core/money/budget';
import type { CheaperCommand, CheaperWay } from '../../utils/messages/money-messages';
import type { Preview } from '../../utils/messages/preview-messages';
import { send } from '../../utils/messages/send';
import { useBudget } from '../budget/use-budget';
import { Cheaper } from '../run/Cheaper';
import type { Amend } from './use-amended';

interface Props {
  readonly command: CheaperCommand;
  readonly preview: Preview;
  /** What just that would take. */
  readonly estimate: Estimate;
  readonly amend: Pick<Amend, 'pick' | 'take'>;
  /** Chooses how long an answer of its action is. */
  readonly onLength: (length: Length) => void;
}

/** Where what would be sent goes beyond a limit: what costs less, before anything is sent. */
export function CheaperBefore({ command, preview, estimate, amend, onLength }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const state = useBudget(preview);
  const atMost = isDevice({ id: estimate.endpointId }) ? null : (estimate.cost?.high ?? null);
  if (!state || atMost === null || !isAbove(state, atMost)) return null;
  const take = async (way: CheaperWay) => {
    if (way.kind === 'model') amend.pick({ endpointId: way.endpointId, model: way.model });
    else if (way.kind === 'shorter') onLength(way.length);
    else {
      const source = await send({ ...command, kind: 'source-before', way: way.kind });
      if (source) amend.take(source);
    }
    // The button that was pressed may go: what can be sent now is next.
    box.current?.closest('.preview')?.querySelector<HTMLElement>('.box')?.focus();
  };
  const asked = JSON.stringify({ ...command, source: null, question: null, at: atMost });
  return (
    <div ref={box} class="cheaper-before">
      <Cheaper
        key={asked}
        level="h2"
        findWays={() => send(command)}
        onTake={(way) => void take(way)}
      />
    </div>
  );
}

type State = NonNullable<ReturnType<typeof useBudget>>;

/** What is on its way does not count: the start would wait for it. */
function isAbove({ limits, spent }: State, atMost: number): boolean {
  const used = { month: spent.month.atMost, day: spent.day.atMost, run: 0 };
  return admit({ limits, spent: used, reserved: 0 }, { atMost }).kind === 'blocked';
}
