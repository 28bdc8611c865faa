import { around } from './around';
import { images } from './images';
import { keys } from './keys';
import { links } from './links';
import { panel } from './panel';
import { pdfs } from './pdfs';
import { refusals } from './refusals';
import type { Table } from './row';
import { streams } from './streams';

/**
 * Every problem, from real faults to the words in the popup. The order counts: first there is no key, last no API, late a
 * database that lies elsewhere (Chromium forgets at its restart which hosts a test has allowed), and no host but the API's
 * is allowed beside a panel.
 */
export const table: Table = {
  ...keys,
  ...refusals,
  ...streams,
  ...links,
  ...panel,
  ...pdfs,
  ...images,
  ...around,
};
