import * as v from 'valibot';
import { outputKinds } from '../core/actions/action';
import { lengths } from '../core/actions/controls';
import { effortNames } from '../core/actions/effort';
import { faultsOf, idForm, type OwnAction, ownInputs, ownLimits } from '../core/actions/own-action';
import { type FileFault, openOwnFile, ownFileKind, ownFileVersion } from '../core/actions/own-file';

/** The form of an action; `faultsOf` knows what else must hold. `docs/own-actions.schema.json` is made of it. */
const form = v.strictObject({
  id: v.pipe(v.string(), v.regex(idForm)),
  title: v.string(),
  prompt: v.string(),
  input: v.picklist(ownInputs),
  output: v.picklist(outputKinds),
  model: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  effort: v.picklist(effortNames),
  length: v.nullable(v.picklist(lengths)),
});

/** An action of the user's own that can be kept. */
export const ownActionSchema: v.GenericSchema<unknown, OwnAction> = v.pipe(
  form,
  v.check((action) => faultsOf(action).length === 0),
);

/** The form of a file of actions. */
export const ownFileSchema = v.strictObject({
  kind: v.literal(ownFileKind),
  version: v.literal(ownFileVersion),
  actions: v.array(form),
});

export type OwnFileRead =
  | { readonly ok: true; readonly actions: readonly OwnAction[] }
  | { readonly ok: false; readonly fault: FileFault };

/** The actions in a file, or in a text that was passed on: all of them or none. */
export function readOwnFile(text: string): OwnFileRead {
  const opened = openOwnFile(text);
  if (!opened.ok) return opened;
  const parsed = v.safeParse(ownFileSchema, opened.file, { abortEarly: true });
  if (!parsed.success) return { ok: false, fault: formFault(parsed.issues[0]) };
  const { actions } = parsed.output;
  const fault = listFault(actions);
  return fault ? { ok: false, fault } : { ok: true, actions };
}

function formFault(issue: v.InferIssue<typeof ownFileSchema>): FileFault {
  const field = v.getDotPath(issue) ?? '';
  if (issue.type !== 'strict_object' || issue.expected === 'Object') {
    return { kind: 'wrong-value', field };
  }
  return { kind: issue.expected === 'never' ? 'unknown-field' : 'missing-field', field };
}

function listFault(actions: readonly OwnAction[]): FileFault | null {
  if (actions.length > ownLimits.count) return { kind: 'too-many', limit: ownLimits.count };
  const seen = new Set<string>();
  for (const [index, action] of actions.entries()) {
    if (seen.has(action.id)) return { kind: 'same-id', field: `actions.${index}.id` };
    seen.add(action.id);
    const [fault] = faultsOf(action);
    if (fault) return { kind: 'action', field: `actions.${index}.${fault.field}`, fault };
  }
  return null;
}
