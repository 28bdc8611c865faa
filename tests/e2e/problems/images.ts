import type { Row, Table } from './row';
import type { Scene } from './scene';

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="90" height="60" fill="teal"/></svg>';

/** A page with an image of another site, to which something happens while the menu is open. */
const restless =
  (happens: string) =>
  ({ pages }: Scene) => {
    const image = pages.add(drawing, { 'content-type': 'image/svg+xml' });
    const elsewhere = image.replace('127.0.0.1', 'localhost');
    return pages.add(`<!doctype html><title>Restless</title><p>A page with an image.</p>
      <img src="${elsewhere}" width="90" height="60">
      <script>const image = document.querySelector('img');
        oncontextmenu = () => setTimeout(() => { ${happens} }, 50);</script>`);
  };

const untouched = {
  by: 'image',
  kept: 'nothing-sent',
  button: 'Try again',
  posts: 0,
} satisfies Partial<Row>;

/** What becomes of images. */
export const images = {
  'no-picture': [
    {
      ...untouched,
      when: 'an image that the page takes away',
      at: restless('image.remove();'),
    },
  ],
  'picture-unreadable': [
    {
      ...untouched,
      when: 'an image of another site that moves out of sight',
      at: restless("image.style.cssText = 'position: fixed; left: -5000px';"),
    },
  ],
} satisfies Partial<Table>;
