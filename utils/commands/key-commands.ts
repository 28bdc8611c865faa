import { changesMade, forgetStrays } from '../change';
import { type EndpointConfig, originOf } from '../core/endpoint';
import { type Problem, problemIn } from '../core/problem';
import { saveTestedKey, testKept } from '../keys';
import type { KeyCommand, KeyTest } from '../messages/key-messages';
import type { Command } from '../messages/messages';
import { lockStatus } from '../store/lock';
import { readSettings } from '../store/settings';
import {
  changePassphrase,
  forgetKey,
  forgetPassphrase,
  type KeyStatus,
  keyStatus,
  lockNow,
  moveKey,
  unlock,
} from '../store/vault';
import { done, type Orders, type Staff } from './staff';
import { storageCommands } from './storage-commands';

/** What views ask about keys; a key itself is in no answer. */
export const keyCommands: Orders<KeyCommand['kind']> = {
  ...storageCommands,
  'key-status': async (command) => statusOf(await configOf(command)),
  'save-key': test,
  'test-key': test,
  'forget-key': async (command) => forget(await configOf(command)),
  'move-key': move,
  'lock-status': () => lockStatus(),
  unlock: ({ passphrase }) => unlock(passphrase),
  'lock-now': () => done(lockNow()),
  'change-passphrase': ({ passphrase, next }) => changePassphrase(passphrase, next),
  'forget-passphrase': () => done(forgetPassphrase()),
};

/** Null for one that has been removed meanwhile: what was meant for it is for no other. */
async function configOf(command: { readonly endpointId: string }): Promise<EndpointConfig | null> {
  await changesMade();
  const { endpoints } = await readSettings();
  return endpoints.find(({ id }) => id === command.endpointId) ?? null;
}

async function statusOf(config: EndpointConfig | null): Promise<KeyStatus> {
  return config ? keyStatus(originOf(config)) : { kind: 'none' };
}

async function forget(config: EndpointConfig | null): Promise<null> {
  if (config) await forgetKey(originOf(config));
  return null;
}

async function move({
  keep,
  passphrase,
  ...command
}: Extract<Command, { kind: 'move-key' }>): Promise<Problem | null> {
  const config = await configOf(command);
  if (!config) return { kind: 'key-gone' };
  return moveKey(originOf(config), keep, passphrase).then(() => null, problemIn);
}

async function test(
  command: Extract<Command, { kind: 'save-key' | 'test-key' }>,
  staff: Staff,
): Promise<KeyTest> {
  const config = await configOf(command);
  if (!config) return { ok: false, saved: false, problem: { kind: 'key-gone' } };
  const { means } = staff;
  const endpoint = means.open(config);
  if (command.kind === 'test-key')
    return testKept(config, endpoint, await means.findAccess(config));
  const origin = originOf(config);
  // It was pasted for where the user saw it go, and for nowhere else.
  if (command.origin !== origin) return { ok: false, saved: false, problem: { kind: 'key-gone' } };
  const tested = await saveTestedKey(config, endpoint, command);
  // A test takes seconds, in which the endpoint may have been removed.
  await forgetStrays([origin], staff);
  return tested;
}
