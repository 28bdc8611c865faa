import type { Source } from '../../utils/core/source/source';
import type { CompareCommand } from '../../utils/messages/compare-messages';
import type { GlassCommand } from '../../utils/messages/glass-messages';
import type { CheaperCommand, CountCommand } from '../../utils/messages/money-messages';
import type { SeePage } from '../glass/subject';
import type { Choice } from '../palette/choices';

/** What can be asked about what would be sent. */
export interface PreviewGlass {
  /** Asks just what would be sent. */
  readonly requestFor: (choice: Choice, source: Source) => GlassCommand;
  /** Asks what it would take of each model. */
  readonly comparisonFor: (choice: Choice, source: Source) => CompareCommand;
  /** Asks what costs less. */
  readonly cheaperFor: (choice: Choice, source: Source) => CheaperCommand;
  /** Has just that counted; null where that cannot be. */
  readonly countFor: (choice: Choice, source: Source) => CountCommand | null;
  readonly seePage: SeePage;
}
