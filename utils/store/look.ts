import { browser } from 'wxt/browser';
import { type Language, languages } from '../core/language';

/** The settings that decide how a view looks. */
export interface Look {
  readonly uiLanguage: Language | null;
  readonly theme: 'system' | 'light' | 'dark';
  readonly textSize: 'small' | 'normal' | 'large' | 'larger';
}

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
    uiLanguage: languages.find((language) => language === uiLanguage) ?? null,
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    textSize:
      textSize === 'small' || textSize === 'large' || textSize === 'larger' ? textSize : 'normal',
  };
}
