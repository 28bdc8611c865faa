import * as v from 'valibot';
import { type Head, marks } from '../core/runs/head';
import { sourceKinds } from '../core/source/source';
import { costSchema } from './cost-schema';

/** A head as it is stored. */
export interface HeadRecord extends Head {
  readonly v: 1;
}

const schema: v.GenericSchema<unknown, HeadRecord> = v.object({
  v: v.literal(1),
  id: v.string(),
  createdAt: v.number(),
  mark: v.picklist(marks),
  action: v.object({ id: v.string(), title: v.nullable(v.string()) }),
  kind: v.nullable(v.picklist(sourceKinds)),
  title: v.string(),
  site: v.string(),
  opening: v.string(),
  cost: v.nullable(costSchema),
  seen: v.boolean(),
  folded: v.string(),
});

export function toHeadRecord(head: Head): HeadRecord {
  return { v: 1, ...head };
}

/** Null when it cannot be read. */
export function fromHeadRecord(stored: unknown): Head | null {
  const parsed = v.safeParse(schema, stored);
  return parsed.success ? parsed.output : null;
}
