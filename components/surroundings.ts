/** What a view needs of the browser around it. */
export interface Surroundings {
  readonly kind: 'popup' | 'panel';
  /** The tab that the view is about. */
  readonly tabId: number;
  /** Changes when the tab has loaded another page. */
  readonly page: number;
  readonly openOptions: () => void;
  /** Shows the same beside the page, where it stays open; must be called in a click. */
  readonly openPanel: () => void;
  /** Asks the user to let Gloss reach an origin; must be called in a click. */
  readonly allowHost: (origin: string) => Promise<boolean>;
  readonly close: () => void;
}
