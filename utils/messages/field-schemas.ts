import * as v from 'valibot';
import { lengths } from '../core/actions/controls';
import type { CheaperWay } from './money-messages';

// What several commands have.

export const id = v.pipe(v.string(), v.maxLength(64));
/** -1 is the browsers' own word for no tab: nothing can be read there, and the view says so. */
export const tabId = v.pipe(v.number(), v.integer(), v.minValue(-1));
export const model = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** A cheaper way, as a view may take it. */
export const waySchema: v.GenericSchema<unknown, CheaperWay> = v.variant('kind', [
  v.strictObject({ kind: v.literal('model'), endpointId: id, model }),
  v.strictObject({ kind: v.literal('shorter'), length: v.picklist(lengths) }),
  v.strictObject({ kind: v.picklist(['selection', 'part']) }),
]);
