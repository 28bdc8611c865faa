/** What the welcome page needs of the browser around it. */
export interface WelcomeSurroundings {
  /** The tab that the page itself is in. */
  readonly tabId: number;
  /** The page's own address. */
  readonly address: string;
  readonly openOptions: () => void;
  /** As the browser writes it; null when none is set. */
  readonly readShortcut: () => Promise<string | null>;
  /** Whether the button is on the toolbar; null when the browser does not tell. */
  readonly readPinned: () => Promise<boolean | null>;
}
