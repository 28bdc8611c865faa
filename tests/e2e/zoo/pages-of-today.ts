import type { Specimen } from './specimens';

const unseen =
  'position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0, 0, 0, 0)';
const words = ['Snow', 'falls', 'here'].map(
  (word) => `<span style="display: inline-block">${word}</span>`,
);
const source = (host: string) =>
  `<span style="display: inline-flex; margin-left: 4px"><a href="#${host}" style="display: inline-flex"><span>${host}</span></a></span>`;
const numbered = (
  list: string,
) => `<style>.law, .law ol { list-style: none; counter-reset: n } .law li { counter-increment: n }
  .law li::before { content: counters(n, ".") " " } .law .bare > li::before { content: "(" counter(n, lower-alpha) ") " }</style>${list}`;
const sideBySide = 'display: inline-flex; gap: 4px';

/** What sites are made of now: effects, chips, shops, letters by mail, chats with models. */
export const pagesOfToday: readonly Specimen[] = [
  {
    name: 'words that are cut for an effect, and told to screen readers by the side',
    body: `<h3><span style="${unseen}">Snow falls here</span><span aria-hidden="true">${words.join(' ')}</span></h3>
      <p><span style="float: left; font-size: 60px" aria-hidden="true">W</span><span style="${unseen}">W</span>hen it rained, they stayed.</p>
      <p style="clear: left">It is <span aria-hidden="true">24 €</span><span style="${unseen}">24 €</span> for each of them.</p>`,
    text: '### Snow falls here\n\nWhen it rained, they stayed.\n\nIt is 24 € for each of them.',
  },
  {
    name: 'a tooltip that waits without being seen',
    body: `<p>The <span style="position: relative">mate<span style="opacity: 0; position: absolute">(first officer)</span></span> is asleep.</p>`,
    text: 'The mate (first officer) is asleep.',
  },
  {
    name: 'names of sources, and keys, in boxes in a sentence',
    body: `<p>Boats are slow${source('a.example')}${source('b.example')}. Press <span style="${sideBySide}"><kbd>⌘</kbd><kbd>K</kbd></span>
      or <span style="${sideBySide}"><kbd>Ctrl</kbd><kbd>K</kbd></span> to row.
      <a style="display: inline-flex">Boats<b>4</b></a> are <a style="display: inline-flex"><b>on</b>time</a>.</p>`,
    text: 'Boats are slow a.example b.example. Press ⌘K or Ctrl K to row. Boats 4 are on time.',
  },
  {
    name: 'prices and dots that stand apart by their margins',
    body: `<p>Rope: <span style="${unseen}">before</span><del>$30</del><ins style="margin-left: 8px">$20</ins>, sail:
      <b>24 €</b><s style="margin-left: 8px">30 €</s><i style="margin-left: 8px">−20%</i></p>
      <p><b>181 boats</b><i style="margin: 0 4px">·</i><b>1 bridge</b> on this river</p>`,
    text: 'Rope: before ~~$30~~ $20, sail: 24 € ~~30 €~~ −20%\n\n181 boats · 1 bridge on this river',
  },
  {
    name: 'notes that a style alone raises',
    body: `<style>.raised { vertical-align: super; font-size: 11px }</style>
      <p>It is known<a class="raised" href="#note-1">1</a> to all<a class="raised" href="https://a.example/#note-2">2</a>. See <a href="#4">4</a> in the appendix.</p>`,
    text: 'It is known[1] to all[2]. See 4 in the appendix.',
  },
  {
    name: 'addresses whose start and end are not shown',
    body: `<style>.unseen { position: absolute; display: inline-block; font-size: 0; width: 0; height: 0 } .end::after { content: "…" }</style>
      <p>Read <a href="#"><span class="unseen">https://</span><span class="end">a.example/boats-of-the-ri</span><span class="unseen">ver-bell</span></a> today.
      <span class="end">Boats on ice</span><a href="#">more</a></p>`,
    text: 'Read https://a.example/boats-of-the-river-bell today. Boats on ice more',
  },
  {
    name: 'names that are boxes in a text',
    body: `<div><span>Row with </span><div style="display: inline-flex"><span><a href="#">@ann</a></span></div><span> and </span><div style="display: inline-block"><a href="#">@bob</a></div><span>, who is late.</span></div>`,
    text: 'Row with @ann and @bob, who is late.',
  },
  {
    name: 'numbers that are drawn behind others, or as letters',
    body: numbered(
      `<ol class="law"><li>Boats of the river<ol><li>They float on it</li><li>They do not sink:<ol class="bare"><li>by day</li><li>by night</li></ol></li></ol></li><li>Ropes of the boats</li></ol>`,
    ),
    text: '1. Boats of the river\n  1.1. They float on it\n  1.2. They do not sink:\n    a. by day\n    b. by night\n2. Ropes of the boats',
  },
  {
    name: 'code below the name of its language',
    body: `<pre><div><div style="display: flex">python</div><div><button>Copy</button></div><div><code class="language-python" style="white-space: pre">boat = find(river)\nrow(boat)\n</code></div></div></pre>`,
    text: '```python\nboat = find(river)\nrow(boat)\n```',
  },
];
