import * as v from 'valibot';
import { anthropicEndpoint } from '../core/endpoint';

/** Settings of version 1, which knew one endpoint and its model; the rest is as usual. */
export function fromVersion1(stored: unknown, usual: object): unknown {
  const parsed = v.safeParse(
    v.object({ model: v.string(), answerLanguage: v.nullable(v.string()) }),
    stored,
  );
  if (!parsed.success) return usual;
  const { model, answerLanguage } = parsed.output;
  return { ...usual, endpoints: [{ ...anthropicEndpoint, model }], answerLanguage };
}
