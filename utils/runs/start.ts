import type { Capture } from '../capture/capture';
import type { Instruction } from '../core/actions/action';
import type { Run, Terms } from '../core/runs/run';
import type { Aim, Source } from '../core/source/source';

/** What a run begins with; its text may still be on its way. */
export interface Start extends Instruction, Terms {
  readonly tabId: number;
  readonly private: boolean;
  /** False: the user wants the answer although it cannot be kept. */
  readonly saved: boolean;
  /** Where to ask instead of the usual endpoint. */
  readonly endpointId: string | null;
  /** Which model to ask instead of the endpoint's. */
  readonly model?: string | undefined;
  readonly aim: Aim;
  /** `stop`: the user does not want it any more. */
  readonly capture: (stop: AbortSignal) => Promise<Capture>;
}

/** A source that is there already, for one more run about it: what was hidden in it stays hidden. */
export function asCaptured(source: Source, { found }: Pick<Run, 'found'>): Start['capture'] {
  return async () => ({ kind: 'source', source, shielded: found ? true : undefined });
}
