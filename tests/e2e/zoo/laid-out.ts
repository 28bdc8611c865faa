import { codeViews } from './code-views';
import { pagesOfToday } from './pages-of-today';
import { shownLines } from './shown-lines';
import { codeLines, diff, linesOfCode, mathJax } from './specimens';

const prose = 'The river ran slowly below the old town, and nobody was in a hurry to cross it.';
const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
const icon = `<img src="${pixel}" width="16" height="16" alt="gear">`;
const broad = `<img src="${pixel}" width="300" height="200" alt="">`;

/** A word as scripts cut it that let its letters come one by one. */
const animated = (word: string) =>
  `<div style="display: inline-block">${[...word].map((letter) => `<div>${letter}</div>`).join('')}</div>`;

/** Parts of a page that the browser has to lay out before one can tell how they read, and what is read of them. */
const parts: readonly (readonly [string, string])[] = [
  [
    '<div style="display: flex; gap: 1em"><strong>Alice of the old town</strong><time>10:30</time></div>',
    'Alice of the old town\n10:30',
  ],
  [
    '<div style="display: grid"><b>Weight of the boat</b><data>12 kg</data></div>',
    'Weight of the boat\n12 kg',
  ],
  [
    '<div style="white-space: pre-wrap"><a href="#0">0:00</a> Intro of the film\n<a href="#1">1:15</a> The river below</div>',
    '0:00 Intro of the film\n1:15 The river below',
  ],
  [
    '<table><tr><td style="white-space: pre"><b>def</b> f(x, y, z):<tr><td style="white-space: pre">    <b>return</b> x + y + z</table>',
    'def f(x, y, z):\n    return x + y + z',
  ],
  [
    `<p>Press the ${icon} button and then the<picture>${icon}</picture>other one, slowly.</p>`,
    'Press the button and then the other one, slowly.',
  ],
  [
    `<p>Over the bridge they went. ${broad} Below it they rowed.</p>`,
    'Over the bridge they went.\nBelow it they rowed.',
  ],
  [
    '<details><summary>More of the river</summary><p>What is in a closed part.</p></details>',
    'More of the river\n\nWhat is in a closed part.',
  ],
  [mathJax.body, mathJax.text],
  [diff.body, diff.text],
  [linesOfCode.body, linesOfCode.text],
  [codeLines.body, codeLines.text],
  [
    `<div style="white-space: pre-wrap">The boat is late ⛵\n\n<img alt="🚣" width="16" src="${pixel}"> They row it home</div>`,
    'The boat is late ⛵\n\n🚣 They row it home',
  ],
  [
    '<pre><table><tbody><tr><td></td><td>boat = ropes(river, bank)</td></tr><tr><td></td><td>  rowed = slowly(boat, two)</td></tr></tbody></table></pre>',
    '```\nboat = ropes(river, bank)\n  rowed = slowly(boat, two)\n```',
  ],
  [
    `<style>h2 div div { display: inline-block }</style><h2>${['Old', 'town', 'news'].map(animated).join(' ')}</h2>`,
    '## Old town news',
  ],
  [
    `<style>.t { display: table } .t > * { display: table-row } .t > * > * { display: table-cell }</style>
      <dl class="t"><div><dt>Length of the boat</dt><dd>12 m</dd></div><div><dt>Weight of the boat</dt><dd><p>2 t</p></dd></div></dl>
      <div class="t"><div><div>Ann of the town</div><span>rows</span></div><div><div>Bob of the town</div><span>sails</span></div></div>`,
    'Length of the boat\t12 m\nWeight of the boat\t2 t\n\nAnn of the town\trows\nBob of the town\tsails',
  ],
  [
    '<p><ruby>漢字<rt>かんじ</rt></ruby>を読む。15<sup>h</sup>30, x<sup>2</sup>y, a<sup>2</sup><b style="padding: 0 9px">new</b></p>',
    '漢字(かんじ)を読む。15^h30, x^2y, a^2 new',
  ],
  [
    '<div><span style="display: table-cell">Bob of the bridge</span><span style="display: table-cell">said so</span></div><div>Bob.</div>',
    'Bob of the bridge\nsaid so\nBob.',
  ],
  [
    `<style>.own::before, .own::after { content: none } .bare { quotes: none }</style>
      <p>The mate said <q>never at night</q>, the cook <q class="own">“it is late”</q>, the boy <q class="bare">‘yes’</q>.</p>`,
    'The mate said "never at night", the cook “it is late”, the boy ‘yes’.',
  ],
];
const skipped =
  '<div style="content-visibility: hidden"><p>Nobody sees it. Nobody sees it.</p> Unseen.</div>';

const around = `<p>${prose} ${prose}</p>`;

/** A page, and what must be in its text, each on lines of its own. */
interface LaidOut {
  readonly name: string;
  readonly body: string;
  readonly parts: readonly string[];
}

function laidOutAs(name: string, those: readonly (readonly [string, string])[]): LaidOut {
  return {
    name,
    body: `<article><h1>A river</h1>${around}${those.map(([html]) => html).join(around)}${around}</article>`,
    parts: those.map(([, text]) => text),
  };
}

export const laidOut: readonly LaidOut[] = [
  laidOutAs('is read as it is laid out', [[skipped, ''], ...parts]),
  laidOutAs(
    'has its code with all empty lines',
    codeViews.map(({ body, text }) => [body, text]),
  ),
  laidOutAs(
    'has its lines as they are shown',
    shownLines.map(({ body, text }) => [body, text]),
  ),
  laidOutAs(
    'is read as its like are made today',
    pagesOfToday.map(({ body, text }) => [body, text]),
  ),
];
