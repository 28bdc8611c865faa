/** What a popup shows, as text. */
export interface Shown {
  readonly title: string;
  readonly answer: readonly string[];
  readonly receipt: readonly (readonly [name: string, value: string])[];
  /** What went wrong, if anything. */
  readonly problem: string | null;
}

/** Runs in the popup. */
export function readPopup(): Shown {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const pieces = '.answer :is(p, li, h3, h4, h5, h6, pre, tr)';
  const outer = all(pieces).filter((each) => !each.parentElement?.closest(pieces));
  const problem = all('.problem :is(h2, p:not(.problem-note)), .run-note');
  const sentence = (each: HTMLElement) => each.innerText.trim().replace(/[^.!?]$/, '$&.');
  return {
    title: all('.title')[0]?.innerText ?? '',
    answer: outer.map((each) => (each.matches('li') ? '• ' : '') + each.innerText),
    receipt: all('.receipt dl > div').map((row) => [
      row.querySelector('dt')?.textContent ?? '',
      row.querySelector('dd')?.textContent ?? '',
    ]),
    problem: problem.map(sentence).join(' ') || null,
  };
}

export function write({ title, answer, receipt }: Shown): string {
  const width = Math.max(0, ...receipt.map(([name]) => name.length));
  const rows = receipt.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
  const text = answer.flatMap((piece) => wrap(piece, 76, piece.startsWith('• ') ? '  ' : ''));
  return [title, '', ...text, '', 'Receipt', ...rows]
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');
}

/** Lines of at most so many characters, where words allow it; all but the first are indented. */
export function wrap(text: string, width: number, indent = ''): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : (lines.length > 0 ? indent : '') + word;
    if (line && longer.length > width) {
      lines.push(line);
      line = indent + word;
    } else line = longer;
  }
  return line ? [...lines, line] : lines;
}
