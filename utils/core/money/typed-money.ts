import { type NanoDollars, nanoPerDollar } from './money';

/** What was typed where an amount of money may stand. */
export type TypedMoney =
  | { readonly kind: 'none' }
  | { readonly kind: 'amount'; readonly nano: NanoDollars }
  | { readonly kind: 'faulty' };

const faulty: TypedMoney = { kind: 'faulty' };

/** Signs that say nothing of an amount: spaces, directions, the currency. */
const around = /[\s\u061C\u200E\u200F\u2066-\u2069]|US\$|USD|\$/gi;

/**
 * An amount in dollars as people of a locale (BCP 47) type it: in its digits or Latin ones, with its separators; a point or
 * comma that cannot part thousands there parts cents. Never negative, never NaN, exact to the nano-dollar.
 */
export function parseMoney(locale: string, typed: string): TypedMoney {
  const bare = latinDigits(typed).replace(around, '');
  if (bare === '') return { kind: 'none' };
  const { decimal, group } = separatorsOf(locale);
  const grouped = new RegExp(`^[1-9]\\d{0,2}(?:[${group}]\\d{3})+(?:[${decimal}]\\d*)?$`);
  if (grouped.test(bare)) {
    return amountOf(bare.replace(new RegExp(`[${group}]`, 'g'), ''), decimal);
  }
  return /^(?:\d+[.,٫]?\d*|[.,٫]\d+)$/.test(bare) ? amountOf(bare, '.,٫') : faulty;
}

/** With Arabic and Persian digits as Latin ones, wide ones narrow. */
export function latinDigits(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** Both for a set of characters. Spaces are gone by then, and Arabic signs count as those of its Latin writing. */
function separatorsOf(locale: string): { readonly decimal: string; readonly group: string } {
  const parts = new Intl.NumberFormat(locale).formatToParts(12_345_678.9);
  const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  return decimal === ',' ? { decimal: ',', group: ".'’" } : { decimal: '.٫', group: ",٬'’" };
}

function amountOf(digits: string, decimal: string): TypedMoney {
  const [whole = '', cents = ''] = digits.split(new RegExp(`[${decimal}]`));
  // What is beyond a nano-dollar is nothing that could be spent.
  const nano = Number(whole) * nanoPerDollar + Number(cents.slice(0, 9).padEnd(9, '0'));
  return Number.isSafeInteger(nano) ? { kind: 'amount', nano } : faulty;
}

/** An amount as it would be typed: without its currency, and without thousands. */
export function typedMoney(locale: string, nano: NanoDollars): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 9,
    useGrouping: false,
  }).format(nano / nanoPerDollar);
}
