import type { Table } from './row';
import * as steps from './steps';

/** How there can be no key. */
export const keys = {
  'no-key': [
    {
      when: 'a fresh profile',
      keyless: true,
      kept: 'nothing-sent',
      button: 'Open options',
      posts: 0,
      clicked: steps.optionsOpen,
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
} satisfies Partial<Table>;
