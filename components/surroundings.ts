import type { Errand } from '../utils/store/errand';
import type { Begun } from './preview/begun';

/** What a view needs of the browser around it. */
export interface Surroundings {
  readonly kind: 'popup' | 'panel';
  /** The tab that the view is about. */
  readonly tabId: number;
  /** Changes when the tab has loaded another page. */
  readonly page: number;
  /** Changes when the same page shows another of its parts. */
  readonly moves: number;
  /** What the user has begun in that tab. */
  readonly begun: Begun;
  /** Questions that were typed and not asked, by the id of their run, as long as the document lives. */
  readonly drafts: Map<string, string>;
  readonly openOptions: () => void;
  /** Shows the same beside the page, where it stays open; must be called in a click. */
  readonly openPanel: () => void;
  /** Asks the user to let Gloss reach an origin; must be called in a click. */
  readonly allowHost: (origin: string) => Promise<boolean>;
  /** Asks for the site of an errand, which is done even if the view is closed under the question; must be called in a click. */
  readonly allowFor: (errand: Omit<Errand, 'at'>) => Promise<boolean>;
  readonly close: () => void;
}
