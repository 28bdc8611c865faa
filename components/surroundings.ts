/** What a view needs of the browser around it. */
export interface Surroundings {
  /** The tab that the view is about. */
  readonly tabId: number;
  readonly openOptions: () => void;
  /** Asks the user to let Gloss reach an origin; must be called in a click. */
  readonly allowHost: (origin: string) => Promise<boolean>;
  readonly close: () => void;
}
