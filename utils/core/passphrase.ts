/** Characters of a new passphrase, at least. Nothing else is asked of it: rules make passphrases that people forget. */
export const shortestPassphrase = 10;

/** UTF-16 units that are looked at. */
export const longestPassphrase = 1000;

/** Wrong tries after which the next one has to wait. */
const freeTries = 5;
const [firstWait, longestWait] = [1_000, 60_000];

/** ms for which a clock may be behind what it once showed without anybody having meant it. */
const clockSlip = 5 * 60_000;
const hour = 3_600_000;

/** A passphrase as it is used: the same whatever keyboard wrote its letters (NFKC, as NIST SP 800-63B advises). */
export function normalPassphrase(typed: string): string {
  return typed.toWellFormed().normalize('NFKC');
}

/** Whether it is long enough to be a new passphrase, in characters as people count them. */
export function isLongEnough(typed: string): boolean {
  return (
    typed.length <= longestPassphrase && [...normalPassphrase(typed)].length >= shortestPassphrase
  );
}

/** ms until the next try after so many wrong ones. It helps against a passer-by; who has the disk does not wait. */
export function waitAfter(wrong: number): number {
  if (wrong < freeTries) return 0;
  return Math.min(longestWait, firstWait * 2 ** Math.min(wrong - freeTries, 10));
}

/** When a lock that was opened at `since` locks again: ms since 1970, null: not before the browser closes. */
export function locksAt(since: number, hours: number | null): number | null {
  return hours === null ? null : since + hours * hour;
}

/** Whether it is still open. Under a clock that was set back it is not: it would be open for longer than was wanted. */
export function isOpenAt(since: number, hours: number | null, now: number): boolean {
  const until = locksAt(since, hours);
  return since - clockSlip <= now && (until === null || now < until);
}
