import { browser } from 'wxt/browser';
import { type Language, languages } from '../core/language';

export const themes = ['system', 'light', 'dark'] as const;
export const textSizes = ['small', 'normal', 'large', 'larger'] as const;

/** The settings that decide how a view looks. */
export interface Look {
  /** Null: the browser's, as far as we speak it. */
  readonly uiLanguage: Language | null;
  readonly theme: (typeof themes)[number];
  readonly textSize: (typeof textSizes)[number];
}

export const usualLook: Look = { uiLanguage: null, theme: 'system', textSize: 'normal' };

/**
 * Read before a view's first words, so without the parser of all settings, which is larger than the rest of the popup.
 * Their owner is `settings.ts`.
 */
export async function readLook(): Promise<Look> {
  const { settings } = await browser.storage.local
    .get('settings')
    .catch(() => ({ settings: null }));
  return lookOf(settings);
}

/** Calls back with the look after each change of a setting. */
export function watchLook(changed: (look: Look) => unknown): void {
  browser.storage.local.onChanged.addListener(({ settings }) => {
    if (settings) changed(lookOf(settings.newValue));
  });
}

function lookOf(settings: unknown): Look {
  const { uiLanguage, theme, textSize } = Object(settings) as Readonly<Record<string, unknown>>;
  return {
    uiLanguage: languages.find((each) => each === uiLanguage) ?? usualLook.uiLanguage,
    theme: themes.find((each) => each === theme) ?? usualLook.theme,
    textSize: textSizes.find((each) => each === textSize) ?? usualLook.textSize,
  };
}
