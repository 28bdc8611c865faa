const WORDS =
  'the reader keeps every answer that was paid for and sees what it cost before the next one leaves'.split(
    ' ',
  );

function words(count: number, from: number): string {
  return Array.from({ length: count }, (_, i) => WORDS[(from + i) % WORDS.length]).join(' ');
}

const SECTIONS: readonly ((n: number) => string)[] = [
  (n) => `## Part ${n}: ${words(3, n)}`,
  (n) =>
    `${words(12, n)}, **${words(2, n + 3)}** and *${words(2, n + 5)}*, with \`code(${n})\` in it.`,
  (n) => `- ${words(5, n)}\n- ${words(6, n + 4)}\n  - ${words(3, n + 7)}`,
  (n) => `1. ${words(4, n)}\n2. ${words(5, n + 2)}\n3. ${words(3, n + 9)}`,
  (n) => `| part | cost |\n| --- | ---: |\n| ${words(2, n)} | ${n} |\n| ${words(2, n + 1)} | 7 |`,
  (n) => `> ${words(9, n)}\n> ${words(7, n + 2)}`,
  (n) => `\`\`\`ts\nconst part${n} = '${words(3, n)}';\n\`\`\``,
  (n) => `See [${words(2, n)}](https://example.org/${n}) — ${words(8, n + 6)} 日本語 ✓.`,
];

/** Varied Markdown of about `length` characters, made of whole blocks. */
export function filler(length: number): string {
  const parts: string[] = [];
  for (let size = 0, n = 0; size < length; n += 1) {
    const part = SECTIONS[n % SECTIONS.length]?.(n + 1) ?? '';
    parts.push(part);
    size += part.length + 2;
  }
  return parts.join('\n\n');
}
