/** A last line that is nothing but a beginning: `-`, `1.`, `##`, `> `, `---`, `- [`, an opening fence. */
const BEGINNING =
  /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:[-*_=+#:|`~]*|\d{1,9}[.)]?|\[[ xX]?\]?|(?:`{3,}|~{3,})[^`\n]*)[ \t]*$/;

/** A table's first row before its delimiter row has arrived. */
const HEAD = /(?:^|\n) {0,3}\|[^\n]*(?:\n[ \t|:-]*)?$/;

/** The text without a last line that would look like something else a moment later. */
export function holdLine(src: string): string {
  const start = src.lastIndexOf('\n') + 1;
  const line = src.slice(start);
  return line.length < 80 && BEGINNING.test(line) ? src.slice(0, start) : src;
}

export function holdTableHead(paragraph: string): string {
  return paragraph.includes('|') ? paragraph.replace(HEAD, '') : paragraph;
}
