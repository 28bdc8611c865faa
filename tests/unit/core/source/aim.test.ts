import { expect, test } from 'vitest';
import { imageAim, originFor } from '../../../../utils/core/source/aim';

const page = 'https://news.example/winter';
const cdn = 'https://cdn.example';

test.each<[string, string, string | undefined, string | null]>([
  ['of the page’s own site', 'https://news.example/a.png', undefined, null],
  ['of another site', `${cdn}/a.png`, undefined, cdn],
  ['in a frame of the page’s site', 'https://news.example/a.png', 'https://news.example/ad', null],
  ['in a frame that is part of the page', 'https://news.example/a.png', 'about:srcdoc', null],
  ['of another site, in such a frame', `${cdn}/a.png`, 'about:srcdoc', cdn],
  ['in a frame of another site, of that site', `${cdn}/a.png`, `${cdn}/frame`, cdn],
  [
    'in a frame of another site, of the page’s site',
    'https://news.example/a.png',
    `${cdn}/frame`,
    'https://news.example',
  ],
  ['that is not encrypted', 'http://cdn.example/a.png', undefined, null],
  ['that is in its address', 'data:image/png;base64,AA==', undefined, null],
  ['of no address', 'nothing', undefined, null],
])('a picture %s takes somebody’s leave or nobody’s', (_, address, frame, origin) => {
  expect(originFor(imageAim(address, { frameId: 2, frame, page }))).toBe(origin);
});
