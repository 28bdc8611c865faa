/** A key as it was pasted, without what clings to it: spaces, line ends, quotes. */
export function tidyKey(pasted: string): string {
  return pasted.replace(/[\s"'`‘’“”\u200B\uFEFF]+/g, '');
}
