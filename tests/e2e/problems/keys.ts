import { expect } from 'vitest';
import { anthropicEndpoint, type EndpointConfig } from '../../../utils/core/endpoint';
import { consentAbove } from '../../../utils/core/estimate/estimate';
import { outdate, renewDatabase } from './damage';
import type { Table } from './row';
import { changeSettings } from './scene';
import * as steps from './steps';

const ours = anthropicEndpoint;
/** A server that would need no key. */
const gateway: EndpointConfig = {
  ...ours,
  id: 'own',
  name: 'Gateway',
  baseUrl: 'https://gateway.example.org',
  auth: 'none',
};
const usual = { endpoints: [ours], endpoint: ours.id, confirmAbove: consentAbove.nano };

/** How there can be no key. */
export const keys = {
  'no-key': [
    {
      when: 'a fresh profile, and an action that the device cannot do',
      keyless: true,
      action: 'Explain',
      kept: 'nothing-sent',
      button: 'Open options',
      posts: 0,
      clicked: steps.optionsOpen,
    },
  ],
  'not-on-device': [
    {
      when: 'the device is chosen, and it shall translate',
      keyless: true,
      action: 'Translate',
      before: (scene) => changeSettings(scene, { endpoint: 'device' }),
      kept: 'nothing-sent',
      button: 'Open options',
      posts: 0,
      clicked: steps.optionsOpen,
      after: (scene) => changeSettings(scene, { endpoint: 'anthropic' }),
    },
  ],
  'key-gone': [
    {
      when: 'a key kept until the browser closes, and the browser was closed',
      keyless: true,
      before: steps.sessionOver,
      kept: 'nothing-sent',
      button: 'Open options',
      posts: 0,
    },
  ],
  'endpoint-gone': [
    {
      when: 'the endpoint of a run that waits for consent is removed',
      before: (scene) =>
        changeSettings(scene, { endpoints: [ours, gateway], endpoint: 'own', confirmAbove: 0 }),
      meanwhile: async (_, popup) => {
        await popup.waitFor('.confirming');
        expect(await popup.text('.confirming')).toContain(gateway.name);
        await popup.evaluate(
          '(globalThis.browser ?? chrome).runtime.sendMessage({ kind: "change-settings", change: args[0] })',
          usual,
        );
        await popup.click('text=Send');
      },
      kept: 'nothing-sent',
      button: 'Try again',
      posts: 0,
      clicked: (scene, popup) => steps.answered(scene, popup),
      after: (scene) => changeSettings(scene, usual),
    },
  ],
  'database-newer': [
    {
      when: 'a database of a later version cannot be opened, and the key is in it',
      before: outdate,
      kept: 'nothing-sent',
      button: 'Open options',
      posts: 0,
      after: renewDatabase,
    },
  ],
  locked: [
    {
      when: 'the key is under a passphrase, and it was locked',
      before: steps.lockKey,
      kept: 'nothing-sent',
      button: 'Unlock',
      posts: 0,
      clicked: steps.answeredOnceUnlocked,
      after: steps.freeKey,
    },
  ],
} satisfies Partial<Table>;
