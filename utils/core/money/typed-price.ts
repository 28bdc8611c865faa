import type { NanoDollars } from './money';
import { latinDigits } from './typed-money';

/** Why what was typed is no price. `ambiguous`: its mark may stand before decimals or between thousands. */
export const priceFaults = [
  'empty',
  'not-a-number',
  'negative',
  'ambiguous',
  'too-fine',
  'too-large',
] as const;
export type PriceFault = (typeof priceFaults)[number];

export type TypedPrice =
  | { readonly kind: 'ok'; readonly nano: NanoDollars }
  | { readonly kind: 'faulty'; readonly fault: PriceFault };

/** $ per million tokens: a hundred times what any model has cost, and all sums stay exact. */
export const largestPrice = 10_000;

/**
 * $ per million tokens, typed as the user's locale writes it or with a plain point or comma, in nano-dollars per token: three
 * decimals are all that there is. `decimal`: the locale's own mark. What can be read in two ways is refused.
 */
export function parsePrice(typed: string, decimal: string): TypedPrice {
  const plain = plainDigits(typed);
  if (plain === '') return faulty('empty');
  if (/^[-\u2212]/.test(plain)) return faulty('negative');
  const [, whole = '', mark = '', decimals = ''] = /^(\d*)(?:([.,])(\d+))?$/.exec(plain) ?? [];
  if (whole === '' && decimals === '') {
    return faulty(
      /^\d{1,3}([.,\u2019' ]\d{3})+([.,]\d+)?$/.test(plain) ? 'ambiguous' : 'not-a-number',
    );
  }
  const isThousands = /^[1-9]\d{0,2}$/.test(whole) && decimals.length === 3;
  if (mark !== '' && mark !== plainDigits(decimal) && isThousands) return faulty('ambiguous');
  if (decimals.replace(/0+$/, '').length > 3) return faulty('too-fine');
  const nano = Math.round(Number(`${whole || 0}.${decimals || 0}`) * 1000);
  return nano > largestPrice * 1000 ? faulty('too-large') : { kind: 'ok', nano };
}

function faulty(fault: PriceFault): TypedPrice {
  return { kind: 'faulty', fault };
}

/** Arabic marks as Latin ones, too; a dollar sign around the number is as meant. */
function plainDigits(typed: string): string {
  return latinDigits(typed)
    .replace(/\u066B/g, '.')
    .replace(/\u066C/g, "'")
    .replace(/[\u061C\u200E\u200F]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:US)?\$ ?|(?: ?(?:US)?\$)$/g, '');
}

/** A price as it is typed: plain Latin digits with the locale's decimal mark. */
export function typedPrice(nano: NanoDollars, decimal: string): string {
  return String(nano / 1000).replace('.', plainDigits(decimal));
}
