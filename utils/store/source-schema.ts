import * as v from 'valibot';
import { editableKinds, imageTypes, type Source, sourceKinds } from '../core/source/source';

const size = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const fileId = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

const media = v.variant('kind', [
  v.strictObject({
    kind: v.literal('image'),
    type: v.picklist(imageTypes),
    file: fileId,
    width: size,
    height: size,
    original: v.optional(v.strictObject({ width: size, height: size })),
    asSeen: v.optional(v.boolean()),
    oneFrame: v.optional(v.boolean()),
  }),
  v.strictObject({
    kind: v.literal('pdf'),
    file: fileId,
    pages: size,
    from: size,
    to: size,
  }),
]);

/** A source as a run's record holds it, where its text may lie apart. The last four are not in runs of version 1. */
export const storedSourceSchema: v.GenericSchema<unknown, Source> = v.strictObject({
  kind: v.picklist(sourceKinds),
  text: v.string(),
  around: v.optional(v.string()),
  title: v.string(),
  address: v.string(),
  language: v.nullable(v.string()),
  hidden: v.number(),
  cut: v.number(),
  whole: v.optional(v.nullable(v.number()), null),
  unsure: v.optional(v.boolean(), false),
  frame: v.optional(v.string()),
  media: v.optional(v.nullable(media), null),
  place: v.optional(
    v.strictObject({ kind: v.picklist(editableKinds), frameId: size, mark: v.optional(size) }),
  ),
  part: v.optional(v.strictObject({ share: v.number(), upTo: v.nullable(v.string()) })),
});

/** A source with all that will be sent of it. */
export const sourceSchema: v.GenericSchema<unknown, Source> = v.pipe(
  storedSourceSchema,
  v.check(({ text, media }) => text !== '' || media !== null),
);
