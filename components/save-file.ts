/** ms that the browser may take to begin a download. */
const begins = 10_000;

/** Hands a file to the browser to be saved, as a link that is clicked: that needs no permission. */
export function saveFile(name: string, type: string, parts: readonly string[]): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([...parts], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), begins);
}
