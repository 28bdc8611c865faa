import type { Table } from './row';

/** What a panel alone meets. */
export const panel = {
  'needs-gesture': [
    {
      when: 'a panel beside a page on which nobody has asked yet',
      by: 'panel',
      button: 'Try again',
      posts: 0,
      after: async ({ browser }) => (await browser().panel()).close(),
    },
  ],
} satisfies Partial<Table>;
