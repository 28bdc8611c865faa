import type { Row, Table } from './row';
import type { Scene } from './scene';

const host = 'linked.example';

/** A page with nothing but a link. */
const linking =
  (address: string) =>
  ({ pages }: Scene) =>
    pages.add(`<!doctype html><title>Linking</title><p><a href="${address}">More of it</a></p>`);

/** A link that nothing is asked of, and nothing sent. */
const untouched = { by: 'link', kept: 'nothing-sent', posts: 0 } satisfies Partial<Row>;

/** What links lead to. */
export const links = {
  'site-not-allowed': [
    {
      ...untouched,
      when: 'a link to a site that the user does not let us read',
      at: linking(`https://${host}/winter`),
      allow: false,
      names: { host },
      button: `Allow ${host}`,
    },
  ],
  'link-unread': [
    {
      ...untouched,
      when: 'a link that cannot be encrypted',
      at: linking(`http://${host}:8080/winter`),
      detail: 'Its address does not begin with https, so others could read along.',
      button: `Open ${host}:8080`,
    },
  ],
} satisfies Partial<Table>;
