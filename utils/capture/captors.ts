import { tierOf } from '../core/source/image';
import { hasGoneOn, isPrivate, placeOf, screenshot } from '../platform/platform';
import { mayReach } from '../platform/platform-sites';
import type { Means } from '../runs/means';
import type { Files } from '../store/files';
import type { Captors } from './capture-aim';
import type { PdfMeans } from './capture-pdf';
import { captureTab } from './capture-tab';
import { graphics } from './graphics';
import { loadImage } from './load-image';
import type { Parsers } from './parsers';
import { createPictures, type ImageMeans } from './pictures';
import { readLink } from './read-link';

interface Given {
  readonly scripting: PdfMeans['scripting'] & ImageMeans['scripting'];
  readonly files: Pick<Files, 'keep'>;
  readonly choices: Means['choices'];
  readonly parse: Parsers['parse'];
}

/** How what the user points at is captured in this browser. */
export function createCaptors({ scripting, files, choices, parse }: Given): Captors {
  const keep: PdfMeans['keep'] = async (data, tabId) => files.keep(data, await isPrivate(tabId));
  const pictures = createPictures({
    scripting,
    load: (address, stop) => loadImage(address, { fetch, mayReach }, stop),
    screenshot,
    graphics,
    keep,
    tier: async () => tierOf((await choices(null)).model),
  });
  return {
    pictures,
    capture: (target, stop) =>
      captureTab(target, { scripting, fetch, mayReach, placeOf, hasGoneOn, keep }, stop),
    readLink: (address, tabId, stop) =>
      readLink(address, { fetch, mayReach, parse, keep: (data) => keep(data, tabId) }, stop),
  };
}
