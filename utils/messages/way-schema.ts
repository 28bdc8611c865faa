import * as v from 'valibot';
import { lengths } from '../core/actions/controls';
import type { CheaperWay } from './money-messages';

const id = v.pipe(v.string(), v.maxLength(64));
const model = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** A cheaper way, as a view may take it. */
export const waySchema: v.GenericSchema<unknown, CheaperWay> = v.variant('kind', [
  v.strictObject({ kind: v.literal('model'), endpointId: id, model }),
  v.strictObject({ kind: v.literal('shorter'), length: v.picklist(lengths) }),
  v.strictObject({ kind: v.picklist(['selection', 'part']) }),
]);
