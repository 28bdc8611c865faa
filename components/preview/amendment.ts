import type { Picked } from '../../utils/core/estimate/compare';
import type { Source } from '../../utils/core/source/source';

/** What the user wants sent instead of what was found. */
export interface Amendment {
  /** What was captured. */
  readonly of: Source;
  readonly source: Source;
  readonly shielded: boolean;
  readonly picked?: Picked | undefined;
}
