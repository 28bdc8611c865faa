/** Lengths of IBANs by country, in characters without spaces. */
const ibanLengths: ReadonlyMap<string, number> = new Map(
  Object.entries({
    15: 'NO',
    16: 'BE',
    18: 'DK FI FO GL NL SD FK',
    19: 'MK SI',
    20: 'AT BA EE KZ LT LU XK MN',
    21: 'CH HR LI LV',
    22: 'BG BH CR DE GB GE IE ME RS VA',
    23: 'AE GI IL IQ OM SO TL',
    24: 'AD CZ ES MD PK RO SA SE SK TN VG',
    25: 'LY PT ST',
    26: 'IS TR',
    27: 'BI DJ FR GR IT MC MR SM',
    28: 'AL AZ BY CY DO GT HU LB NI PL SV',
    29: 'BR EG PS QA UA',
    30: 'JO KW MU YE',
    31: 'MT SC',
    32: 'LC',
    33: 'RU',
  }).flatMap(([length, countries]) =>
    countries.split(' ').map((country) => [country, Number(length)] as const),
  ),
);

/** How many characters an IBAN has that begins like this; null where no country begins so. */
export function ibanLength(start: string): number | null {
  return ibanLengths.get(start.slice(0, 2).toUpperCase()) ?? null;
}

/** Whether letters and digits, without spaces, have the check digits of an IBAN (ISO 7064, mod 97-10). */
export function isIban(compact: string): boolean {
  if (ibanLength(compact) !== compact.length) return false;
  let rest = 0;
  for (const character of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    if (Number.isNaN(value)) return false;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** First digits of the cards of each network, with the lengths they have. */
const cards: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^4/, [13, 16, 19]],
  [/^5[1-5]|^2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)/, [16]],
  [/^3[47]/, [15]],
  [/^3(?:0[0-5]|[68])/, [14]],
  [/^6(?:011|4[4-9]|5)/, [16, 19]],
  [/^35(?:2[89]|[3-8]\d)/, [16]],
  // UnionPay, Mir, Maestro
  [/^62|^220[0-4]|^50(?:18|20|38)|^5893|^6304|^67(?:59|6[1-3])/, [16, 17, 18, 19]],
];

/** Whether digits are a payment card's: a network's first digits and length, and the check digit (Luhn). */
export function isCard(digits: string): boolean {
  if (/^(\d)\1*$/.test(digits)) return false;
  return (
    cards.some(([start, lengths]) => lengths.includes(digits.length) && start.test(digits)) &&
    hasCheckDigit(digits)
  );
}

function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
