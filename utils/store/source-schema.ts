import * as v from 'valibot';
import { imageTypes, type Source, sourceKinds } from '../core/source';

const size = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const media = v.variant('kind', [
  v.strictObject({
    kind: v.literal('image'),
    type: v.picklist(imageTypes),
    data: v.string(),
    width: size,
    height: size,
  }),
  v.strictObject({
    kind: v.literal('pdf'),
    data: v.string(),
    pages: size,
    from: size,
    to: size,
  }),
]);

/** A source, from a view or from storage. The last three are not in runs of version 1. */
export const sourceSchema: v.GenericSchema<unknown, Source> = v.pipe(
  v.strictObject({
    kind: v.picklist(sourceKinds),
    text: v.string(),
    title: v.string(),
    address: v.string(),
    language: v.nullable(v.string()),
    hidden: v.number(),
    cut: v.number(),
    whole: v.optional(v.nullable(v.number()), null),
    unsure: v.optional(v.boolean(), false),
    media: v.optional(v.nullable(media), null),
    part: v.optional(v.strictObject({ share: v.number(), upTo: v.nullable(v.string()) })),
  }),
  v.check(({ text, media }) => text !== '' || media !== null),
);
