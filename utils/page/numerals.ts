const roman = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const;

/** A number as it stands before an item, by the list's `list-style-type` or `type`. */
export function numeral(value: number, style: string): string {
  const lower = writtenIn(style.toLowerCase(), value);
  return /^(?:upper|[AI]$)/.test(style) ? lower.toUpperCase() : lower;
}

function writtenIn(style: string, value: number): string {
  if (value > 0 && /^(?:a|(?:low|upp)er-(?:alpha|latin))$/.test(style)) return letters(value);
  if (value > 0 && value < 4000 && /^(?:i|(?:low|upp)er-roman)$/.test(style)) return romans(value);
  return `${value}`;
}

function letters(value: number): string {
  const before = Math.floor((value - 1) / 26);
  const last = String.fromCharCode(97 + ((value - 1) % 26));
  return before > 0 ? letters(before) + last : last;
}

function romans(value: number): string {
  let [left, written] = [value, ''];
  for (const [sign, worth] of roman) {
    while (left >= worth) {
      written += sign;
      left -= worth;
    }
  }
  return written;
}
