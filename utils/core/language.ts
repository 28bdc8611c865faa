/** Languages of the user interface, BCP 47; each is a folder in `_locales`. */
export const languages = ['en', 'ar', 'de', 'es', 'fr', 'ja', 'pt-BR', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

/** The language of ours that is closest to a BCP 47 tag; English when none is near. */
export function closestLanguage(wanted: string): Language {
  const exact = languages.find((language) => language.toLowerCase() === wanted.toLowerCase());
  const near = languages.find((language) => baseOf(language) === baseOf(wanted));
  return exact ?? near ?? 'en';
}

/** The language of a tag, without region or script. */
export function baseOf(tag: string): string {
  return tag.split(/[-_]/)[0]?.toLowerCase() ?? '';
}

/** What a BCP 47 tag is called in English; what is none is called as it is. */
export function englishName(language: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
