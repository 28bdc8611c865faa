/** How many pieces of what was told are looked for at most. */
const mostPieces = 200;

/** UTF-16 units of each that are compared: what begins alike is alike, and of ten megabytes all would take 300 ms. */
const enough = 100_000;

/**
 * Whether the page's `text` and what the browser `told` are the same selection. They differ in white space and case, by
 * what only one of them has (numbers of list items, descriptions of images, sources of formulas), and Firefox tells
 * only the first 16384 units.
 */
export function agrees(text: string, told: string): boolean {
  if (told.length > enough && text.length < told.length / 2) return false;
  const [ours, theirs] = [letters(text.slice(0, enough)), letters(told.slice(0, enough))];
  if (theirs === '') return ours === '' && bare(text) === bare(told);
  if (ours.length < theirs.length / 2) return false;
  if (ours.length > theirs.length * 2 && told.length < 16_000) return false;
  return isWithin(ours.slice(0, Math.ceil(theirs.length / 2)), theirs) || shares(ours, theirs);
}

/** Whether half of the pieces of `theirs` are in `ours`. */
function shares(ours: string, theirs: string): boolean {
  // Long texts share short pieces by chance.
  const pieceLength = theirs.length < 100 ? 4 : 12;
  const step = Math.max(1, Math.floor((theirs.length - pieceLength) / mostPieces));
  let [pieces, found] = [0, 0];
  for (let at = 0; at + pieceLength <= theirs.length; at += step) {
    pieces += 1;
    if (ours.includes(theirs.slice(at, at + pieceLength))) found += 1;
  }
  return pieces > 0 && found * 2 >= pieces;
}

function letters(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}]+/gu, '')
    .toLowerCase();
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Whether all of `part` occurs in `all`, in order, with gaps. */
function isWithin(part: string, all: string): boolean {
  let at = 0;
  for (const letter of part) {
    at = all.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
