/** A way in which every state is shown. */
export interface Variant {
  readonly name: string;
  readonly language: 'en' | 'ar';
  readonly colorScheme: 'light' | 'dark';
  /** 2: as at 200 %. */
  readonly zoom: 1 | 2;
  /** Whether `npm test` checks it: each look and each direction once; all of them are checked where pictures are taken. */
  readonly always: boolean;
}

/** Rules of axe that colours can break. The others find the same in the dark as in another language. */
export const rulesOfColors = ['color-contrast', 'link-in-text-block'];

export const variants: readonly Variant[] = [
  { name: 'light', language: 'en', colorScheme: 'light', zoom: 1, always: false },
  { name: 'dark', language: 'en', colorScheme: 'dark', zoom: 1, always: true },
  { name: 'arabic', language: 'ar', colorScheme: 'light', zoom: 1, always: true },
  { name: 'arabic-dark', language: 'ar', colorScheme: 'dark', zoom: 1, always: false },
  { name: 'zoomed', language: 'en', colorScheme: 'light', zoom: 2, always: false },
];

/** Whether a state is a page, which is as high as its content, and not a popup, which has one size. */
export function isPage(state: string): boolean {
  return /^(options|welcome|page)/.test(state);
}

/**
 * CSS pixels that a state is shown in. Chromium's popups are at most 800 × 600 px of the screen, so at 200 % one has half
 * of that; so has a page in a window of 800.
 */
export function sizeOf(
  state: string,
  zoom: 1 | 2,
): { readonly width: number; readonly height: number } {
  if (!isPage(state)) return { width: 400, height: zoom === 2 ? 300 : 540 };
  const height = state.startsWith('welcome') ? 3250 : 1300;
  return zoom === 2 ? { width: 400, height } : { width: 900, height };
}
