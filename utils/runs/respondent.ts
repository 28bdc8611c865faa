import type { Access } from '../access';
import type { Action } from '../core/actions/action';
import { isDevice } from '../core/endpoint';
import type { Run } from '../core/runs/run';
import type { Source } from '../core/source/source';
import { type Choices, forAction, onDevice } from './choices';
import type { Means } from './means';

/** The user's choices, with what was asked for this one run. */
export async function choicesFor(
  { endpointId, model, action }: Pick<Run, 'endpointId' | 'model'> & Partial<Pick<Run, 'action'>>,
  { choices }: Pick<Means, 'choices'>,
): Promise<Choices> {
  const usual = await choices(endpointId);
  if (model !== undefined) return { ...usual, model };
  return action ? forAction(action, usual) : usual;
}

/** Who has no key at all is helped by the device where it can: it reads text. */
export async function accessFor(
  action: Action,
  { media }: Source,
  choices: Choices,
  { findAccess }: Pick<Means, 'findAccess'>,
): Promise<{ readonly choices: Choices; readonly access: Access }> {
  const access = await findAccess(choices.endpoint);
  const possible = action.onDevice && media === null;
  if (isDevice(choices.endpoint)) {
    return {
      choices,
      access: possible ? access : { kind: 'problem', problem: { kind: 'not-on-device' } },
    };
  }
  const hasNoKey = access.kind === 'problem' && access.problem.kind === 'no-key';
  if (!hasNoKey || !possible) return { choices, access };
  return { choices: onDevice(choices), access: { kind: 'granted', key: null } };
}
