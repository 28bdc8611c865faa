import type { Row, Table } from './row';
import type { Scene } from './scene';

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="90" height="60" fill="teal"/></svg>';

/** A page with an image of another site that is shut away where no script of ours can look, and with what else there is. */
const shutAway =
  (beside: (address: string) => string) =>
  ({ pages }: Scene) => {
    const image = pages.add(drawing, { 'content-type': 'image/svg+xml' });
    const address = image.replace('127.0.0.1', 'localhost');
    return pages.add(`<!doctype html><title>Shut away</title><p>A page with an image.</p>
      <div class="picture" style="width: 90px; height: 60px"></div>${beside(address)}
      <script>const image = new Image(90, 60); image.src = '${address}';
        document.querySelector('.picture').attachShadow({ mode: 'closed' }).append(image);</script>`);
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
      when: 'an image that no script of ours finds',
      at: shutAway(() => ''),
    },
  ],
  'picture-empty': [
    {
      ...untouched,
      when: 'an image of which all is transparent',
      at: ({ pages }) =>
        pages.add(`<!doctype html><title>Empty</title><p>A page with an image.</p>
          <img class="picture" src="data:image/svg+xml,${encodeURIComponent(drawing.replace(/<rect.*\/>/, ''))}">`),
    },
  ],
  'picture-unreadable': [
    {
      ...untouched,
      when: 'an image of another site, and the one that is found is not shown',
      at: shutAway((address) => `<img hidden src="${address}">`),
    },
  ],
} satisfies Partial<Table>;
