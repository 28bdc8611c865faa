import type { Controls } from '../core/actions/controls';
import type { Source } from '../core/source/source';

/** What a run is begun with, as it was shown. */
export interface Beginning {
  readonly tabId: number;
  readonly actionId: string;
  /** What was chosen now; for the rest holds what is remembered. */
  readonly controls: Controls;
  /** The user's own words, where the action takes some. */
  readonly question: string;
  /** To what an action of the user's own asks, in its order. */
  readonly answers?: readonly string[] | undefined;
  readonly source: Source;
  /** Whether the shield was up when it was shown. */
  readonly shielded: boolean;
  /** Where to ask; null: where the user usually does. */
  readonly endpointId: string | null;
  /** The model that the user picked for this once. */
  readonly model?: string | undefined;
}
