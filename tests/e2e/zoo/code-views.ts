import type { Specimen } from './specimens';

const code = ['boat = find(river)', '', 'for rope in boat:', '  pull(rope)', '', 'sink(boat)'];
const each = (empty: string, line: (code: string, number: number) => string) =>
  code.map((text, at) => line(text || empty, at + 1)).join('');

const drawn = (empty: string) =>
  `<table>${each(empty, (line, number) => `<tr><td data-number="${number}"></td><td class="code-line">${line}</td></tr>`)}</table>`;
const told = each(
  '\n',
  (line, number) => `<tr><td>${number}</td><td><code class="code-line">${line}</code></td></tr>`,
);
const asGrid = each(
  '',
  (line, number) =>
    `<div role="row"><div role="cell" class="line-number">${number}</div><div role="cell" class="code-line">${line}</div></div>`,
);
const asBoxes = each('\n', (line) => `<div class="code-line"><div>${line}</div></div>`);
const beside = `<table><tr><td class="gutter">${each('', (_, number) => `<div>${number}</div>`)}</td>
  <td>${each('&nbsp;', (line) => `<div class="code-line">${line}</div>`)}</td></tr></table>`;
const items = `<pre><ol>${each('', (line) => `<li><code>${line}</code></li>`)}</ol></pre>`;
const bare = `<pre>${each('', (line) => `<div class="code-line">${line}</div>`)}</pre>`;
const rows = `<pre><table>${each('', (line, number) => `<tr><td data-number="${number}"></td><td>${line}</td></tr>`)}</table></pre>`;

const plain = 'boat = find(river)\n\nfor rope in boat:\n  pull(rope)\n\nsink(boat)';
const indented = plain.replace(/^(?=.)/gm, '\t');
const numbered =
  '1\tboat = find(river)\n2\n3\tfor rope in boat:\n4\t  pull(rope)\n5\n6\tsink(boat)';
const fenced = `\`\`\`\n${plain}\n\`\`\``;

/** As hosts of code show a file: its lines are rows or boxes, of which some are empty. */
export const codeViews: readonly Specimen[] = [
  { name: 'lines beside numbers that are drawn', body: drawn(''), text: indented },
  { name: 'empty ones with a line break', body: drawn('\n'), text: indented },
  { name: 'or two', body: drawn('<br>'), text: indented },
  { name: 'numbers that are told', body: `<table>${told}</table>`, text: numbered },
  { name: 'a grid by its roles', body: asGrid, text: numbered },
  { name: 'boxes', body: asBoxes, text: plain },
  { name: 'boxes in a cell', body: beside, text: plain },
  { name: 'items', body: items, text: fenced },
  { name: 'boxes with nothing in them', body: bare, text: fenced },
  { name: 'rows of a block', body: rows, text: fenced },
].map(({ body, ...rest }) => ({
  body: `<style>[data-number]::before { content: attr(data-number) } .code-line { white-space: pre; min-height: 1em }
    [role=row] { display: flex }</style>${body}`,
  ...rest,
}));
