import type english from '../public/_locales/en/messages.json';
import { numberFormat } from './core/intl';
import { baseOf, closestLanguage, type Language } from './core/language';

type Key = keyof typeof english;
type BaseOf<K> = K extends `${infer Base}_other` ? Base : never;

/** Messages that depend on a number, without the suffix of their plural form. */
export type PluralKey = BaseOf<Key>;
export type MessageKey = Exclude<Key, `${PluralKey}_${'one' | 'other'}`>;
export type Params = Readonly<Record<string, string | number>>;
export type Messages = Readonly<Record<string, { readonly message: string } | undefined>>;

const rightToLeft: ReadonlySet<string> = new Set<Language>(['ar']);

interface Tongue {
  /** BCP 47, as it was asked for. */
  readonly wanted: string;
  readonly language: Language;
  /** BCP 47 with the user's region, for numbers, money and dates. */
  readonly locale: string;
  readonly messages: Messages;
}

/** What a style sheet decides by. */
export interface Appearance {
  readonly theme: string;
  readonly textSize: string;
}

let tongue: Tongue = { wanted: 'en', language: 'en', locale: 'en', messages: {} };

/** Speaks a language from now on: the one way to set it, at the start and for tests. */
export function speak(wanted: string, messages: Messages): void {
  const language = closestLanguage(wanted);
  const locale = baseOf(language) === baseOf(wanted) ? wanted : language;
  tongue = { wanted, language, locale, messages };
}

/** Loads and speaks the language closest to a BCP 47 tag; English when it cannot be loaded. */
export async function loadLanguage(wanted: string, load = fetchMessages): Promise<void> {
  const language = closestLanguage(wanted);
  try {
    speak(wanted, await load(language));
  } catch (error) {
    if (language === 'en') throw error;
    speak('en', await load('en'));
  }
}

async function fetchMessages(language: Language): Promise<Messages> {
  // The browsers' own spelling: https://developer.chrome.com/docs/extensions/reference/api/i18n#locales
  const folder = language.replace('-', '_');
  const response = await fetch(`/_locales/${folder}/messages.json`);
  return response.json() as Promise<Messages>;
}

/** Tells a document which language it shows, in which direction, and how it shall look. */
export function markDocument(root: HTMLElement, { theme, textSize }: Appearance): void {
  root.lang = tongue.language;
  root.dir = direction();
  root.dataset.theme = theme;
  root.dataset.textSize = textSize;
}

export function direction(): 'ltr' | 'rtl' {
  return rightToLeft.has(tongue.language) ? 'rtl' : 'ltr';
}

/** The language that the user asked for, even if the messages are not in it. */
export function wantedLanguage(): string {
  return tongue.wanted;
}

/** The locale for `Intl`. */
export function locale(): string {
  return tongue.locale;
}

/** A message in the user's language; numbers among its parameters are written as the locale does. */
export function t(key: MessageKey, params: Params = {}): string {
  return fill(tongue.messages[key]?.message ?? key, params);
}

/** A message in the plural form of `count`, which is its parameter `{count}` unless `params` says it otherwise. */
export function plural(key: PluralKey, count: number, params: Params = {}): string {
  const form = new Intl.PluralRules(tongue.locale).select(count);
  const found = tongue.messages[`${key}_${form}`] ?? tongue.messages[`${key}_other`];
  return fill(found?.message ?? key, { count, ...params });
}

function fill(message: string, params: Params): string {
  return message.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = params[name];
    if (value === undefined) return placeholder;
    return isolate(typeof value === 'number' ? formatNumber(value) : value);
  });
}

function formatNumber(value: number): string {
  return numberFormat(tongue.locale).format(value);
}

/** Keeps a Latin name or an amount from rearranging the right-to-left sentence around it. */
function isolate(value: string): string {
  return direction() === 'rtl' ? `\u2068${value}\u2069` : value;
}
