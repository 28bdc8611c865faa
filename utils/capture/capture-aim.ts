import type { Aim } from '../core/source/source';
import type { Capture, Target } from './capture';
import type { Pictures } from './pictures';

/** How each kind of aim is captured. */
export interface Captors {
  readonly capture: (target: Target, stop?: AbortSignal) => Promise<Capture>;
  readonly pictures: Pictures;
  readonly readLink: (address: string, tabId: number, stop: AbortSignal) => Promise<Capture>;
}

/** Captures what an aim names, anew. */
export function captureAim(
  { capture, readLink, pictures }: Captors,
  aim: Aim,
  tabId: number,
  stop: AbortSignal,
): Promise<Capture> {
  switch (aim.kind) {
    case 'tab':
      return capture({ tabId, wants: aim.wants, around: aim.around }, stop);
    case 'link':
      return readLink(aim.address, tabId, stop);
    case 'image':
      return pictures.capture(aim, tabId, stop);
  }
}
