import * as v from 'valibot';
import type { Source } from '../core/source/source';

/** What is read of a source, as it lies apart: its text, or a selection and the page around it. */
export type KeptTexts = string | { readonly text: string; readonly around: string };

const schema = v.union([
  v.pipe(
    v.string(),
    v.transform((text) => ({ text })),
  ),
  v.object({ text: v.string(), around: v.string() }),
]);

export function keptTexts({ text, around }: Source): KeptTexts {
  return around === undefined ? text : { text, around };
}

/** Null when it cannot be read, or there is none. */
export function textsFrom(stored: unknown): Pick<Source, 'text' | 'around'> | null {
  const parsed = v.safeParse(schema, stored);
  return parsed.success ? parsed.output : null;
}
