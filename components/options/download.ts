/** ms that the browser may take to begin a download. */
const begins = 10_000;

/** Saves a text as a JSON file. */
export function download(name: string, text: string): void {
  const file = new Blob([text], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), begins);
}
