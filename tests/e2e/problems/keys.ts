import { outdate, renewDatabase } from './damage';
import type { Table } from './row';
import { changeSettings } from './scene';
import * as steps from './steps';

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
