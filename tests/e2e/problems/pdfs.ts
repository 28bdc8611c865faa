import { bytesOf } from '../../../utils/core/latin1';
import type { View } from '../../browsers/browser';
import { madePdf, pdfOf } from '../../pages/pdfs';
import { useAnthropic, useOwnServer } from './own-server';
import type { Row, Table } from './row';
import type { Scene } from './scene';

const sound = await madePdf(2);
const locked = await madePdf(1, { locked: true });

/** One page of 24 MB. */
const heavy = () =>
  pdfOf([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>'],
    [4, `<< /Length 24000000 >>\nstream\n${' '.repeat(24_000_000)}\nendstream`],
  ]);

const showing =
  (name: string, bytes: () => Uint8Array, again?: 'sign-in' | 'endless') =>
  ({ pages }: Scene) =>
    pages.addPdf(name, bytes(), again);

/** In Firefox the same comes after a question about the site: `pdf.test.ts`. */
const looked = { only: 'chromium', by: 'look', posts: 0 } satisfies Partial<Row>;

/** PDFs that cannot be sent. */
export const pdfs = {
  'pdf-broken': [
    {
      ...looked,
      when: 'a PDF of which little more than the beginning arrived',
      at: showing('broken.pdf', () => bytesOf('%PDF-1.4\n1 0 obj << /Type /Catalog')),
      button: 'Close',
    },
  ],
  'pdf-locked': [
    {
      ...looked,
      when: 'a PDF with a password',
      at: showing('locked.pdf', () => locked),
      button: 'Close',
    },
  ],
  'pdf-too-big': [
    {
      ...looked,
      when: 'a PDF whose first page is more than a request can hold',
      at: showing('heavy.pdf', heavy),
      detail: /^2\d(\.\d)? ?MB of at most 23\.3 ?MB\.$/,
      button: 'Close',
    },
  ],
  'pdf-unreachable': [
    {
      ...looked,
      when: 'a PDF that is served once and then no more',
      at: showing('once.pdf', () => sound, 'sign-in'),
      button: 'Try again',
    },
  ],
  stopped: [
    {
      only: 'chromium',
      by: 'viewer',
      when: 'a PDF whose bytes do not come to an end is stopped while it is read',
      at: showing('endless.pdf', () => sound, 'endless'),
      meanwhile: stopped,
      kept: 'nothing-sent',
      button: 'Try again',
      posts: 0,
    },
  ],
  'pdf-not-taken': [
    {
      ...looked,
      when: 'an endpoint of the user that is not known to understand PDFs',
      before: (scene) => useOwnServer(scene, 'stop it'),
      at: showing('sound.pdf', () => sound),
      names: { service: 'Own' },
      button: 'Open options',
      after: useAnthropic,
    },
  ],
  'file-gone': [
    {
      only: 'chromium',
      when: 'the database has lost the file between preview and click; a PDF, which Firefox asks about first',
      at: showing('sound.pdf', () => sound),
      onPreview: loseFiles,
      kept: 'nothing-sent',
      button: 'Close',
      posts: 0,
    },
  ],
} satisfies Partial<Table>;

async function stopped(_: Scene, popup: View): Promise<void> {
  await popup.waitFor('text=Stop');
  await popup.click('text=Stop');
}

/** In the popup: another page of the extension would close it. */
function loseFiles(_: Scene, popup: View): Promise<unknown> {
  return popup.evaluate(async () => {
    const opening = indexedDB.open('gloss');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const transaction = opening.result.transaction('files', 'readwrite');
    transaction.objectStore('files').clear();
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    opening.result.close();
  });
}
