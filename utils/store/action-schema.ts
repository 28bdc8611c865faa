import * as v from 'valibot';
import { type Action, builtIn, builtInIds, inputKinds, outputKinds } from '../core/actions/action';
import { type Controls, controlNames, formats, lengths, tones } from '../core/actions/controls';

/** Choices for controls, exactly. */
export const controlsSchema: v.GenericSchema<unknown, Controls> = v.strictObject({
  length: v.optional(v.picklist(lengths)),
  format: v.optional(v.picklist(formats)),
  tone: v.optional(v.picklist(tones)),
  language: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(35))),
  sources: v.optional(v.boolean()),
});

/** Of an action that there may be: a built-in one, or one of the user's own. */
export const actionIdSchema = v.union([
  v.picklist(builtInIds),
  v.pipe(v.string(), v.regex(/^own:[0-9a-f-]{36}$/)),
]);

/** An action as it is stored with each run of it. */
const actionSchema: v.GenericSchema<unknown, Action> = v.strictObject({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  title: v.nullable(v.string()),
  prompt: v.string(),
  input: v.picklist(inputKinds),
  output: v.picklist(outputKinds),
  controls: v.array(v.picklist(controlNames)),
  defaults: controlsSchema,
  model: v.optional(v.string()),
  effort: v.optional(v.string()),
  onDevice: v.boolean(),
});

/** The action of a stored run. Up to version 3 a run knew its action, a built-in one, by its id alone. */
export const runActionSchema: v.GenericSchema<unknown, Action> = v.union([
  actionSchema,
  v.pipe(
    v.string(),
    v.transform(builtIn),
    v.custom<Action>((found) => found !== null),
  ),
]);

/** A stored run with that id where its action is now. */
export function withAction({ actionId, ...run }: Record<string, unknown>): unknown {
  return { action: actionId, ...run };
}

/** What is remembered of each action's controls, by its id; a list would pass for a record. */
export const controlsByAction = v.pipe(
  v.unknown(),
  v.check((given) => !Array.isArray(given)),
  v.record(actionIdSchema, controlsSchema),
  v.maxEntries(500),
);
