// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { atOnce } from '../../../utils/core/steps';
import { extract } from '../../../utils/page/extract/extract';
import { captured, reset, selectAll, show } from '../page-support';

afterEach(reset);

const cells = (role: string, ...texts: readonly string[]) =>
  texts.map((text) => `<span role="${role}">${text}</span>`).join('');
const grid = `<p>a</p><div role="grid">
  <div role="rowgroup"><div role="row">${cells('columnheader', 'Name', 'Town', 'Age')}</div></div>
  <div role="rowgroup"><div role="row">${cells('gridcell', 'Ann', 'Rome', '31')}</div>
  <div role="row">${cells('cell', 'Bob', '', '44')}</div></div></div><p>b</p>`;
const long = 'One two three four five six seven eight nine ten. '.repeat(3);
const hidden = 'style="display: block; position: absolute; width: 1px"';
const piece = (text: string) =>
  `<span role="presentation" style="display: block; position: absolute; white-space: pre">${text}</span>`;
const end = '<br role="presentation">';
const image = (alt: string, rest = '') => `<img src="x.png" alt="${alt}" ${rest}>`;

const limits = { text: 10_000, isLate: () => false };

function visible(): string {
  return atOnce(extract(document, limits, () => false, null)).text;
}

describe('a selection and a page are read alike:', () => {
  test.each([
    ['tables by role', grid, 'a\n\nName\tTown\tAge\nAnn\tRome\t31\nBob\t\t44\n\nb'],
    [
      'lines of a PDF in a viewer, of several pieces each',
      `<div>${piece('The')}${piece(' ')}${piece('ri')}${piece('ver')}${end}${piece('ran slowly.')}${end}</div><p>b</p>`,
      'The river\nran slowly.\n\nb',
    ],
    [
      'rows of paragraphs',
      `<table><tr><td><p>Env</p><td><p>Seen</p><tr><td><p>prod</p><td><p>yes</p></table><p>b</p>`,
      `Env\tSeen\nprod\tyes\n\nb`,
    ],
    ['roles that are none', '<p>a <span role="constructor">b</span> c</p>', 'a b c'],
    [
      'ratings',
      '<p>a <span role="img" aria-label="4.5 of 5"><i></i></span> b</p><div role="img" aria-label="3 of 5"></div><div role="img" aria-label="barn"></div>',
      'a 4.5 of 5 b\n\n3 of 5',
    ],
    [
      'what is struck out',
      '<p><del>$120</del><ins>$90</ins></p><h2><s>Old </s>new</h2><p>a<del></del> b</p>',
      '~~$120~~$90\n\n## ~~Old~~ new\n\na b',
    ],
    [
      'quotations',
      '<p>She said <q>no, <q>never</q></q>.</p><p>a<q></q> b</p>',
      'She said "no, "never"".\n\na b',
    ],
    [
      'ticks of items',
      '<ul><li><input type="checkbox" checked> done<li><label><input type="checkbox">open</label><li><input type="radio" checked>x</ul><p><input type="checkbox" checked>News</p>',
      '- [x] done\n- [ ] open\n- x\n\nNews',
    ],
    [
      'ticks of items whose text is a box',
      '<ul><li style="display: flex"><input type="checkbox"><label style="display: block">sail</label><li><input type="checkbox" checked><p>row</p></ul><table><tr><td>a<td><input type="checkbox"><td>b</table>',
      '- [ ] sail\n\n- [x] row\n\na\t[ ]\tb',
    ],
    [
      'indices of letters, and no others',
      '<p>x<sub>i</sub>y<sub>j</sub> a<sub>n+1</sub> <i>V</i><sub><i>max</i></sub> CO<sub>2</sub> NO<sub>x</sub> a <sub>b</sub></p>',
      'x_iy_j a_(n+1) V_max CO2 NOx a b',
    ],
    [
      'numbers of sentences and verses',
      '<p><sup>1</sup>They row. <sup>2</sup>Nobody sails. <sup>14</sup>C, <sup>27</sup>Al</p>',
      '^1 They row. ^2 Nobody sails. ^14C, ^27Al',
    ],
    [
      'what has changed, degrees and emoji, at a distance',
      '<p>DAX<b style="margin-inline-start: 8px">+0.4%</b><b style="margin-inline-start: 8px">-3%</b> 👍🏽<b style="margin-inline-start: 8px">12</b>, C<b>++</b>, 12°<b style="margin-inline-start: 4px">7°</b></p>',
      'DAX +0.4% -3% 👍🏽 12, C++, 12° 7°',
    ],
    [
      'headings within a line',
      '<div><h2 style="display: inline">Boats</h2><i> all</i></div><p>b</p>',
      '## Boats\n\nall\n\nb',
    ],
    [
      'prices with raised cents',
      '<p>$<b>19</b><sup>99</sup></p><p>1.299,<sup>00</sup> €</p><p>US$3<sup>50</sup></p><p>$5 or 10<sup>24</sup> m</p>',
      '$19.99\n\n1.299,00 €\n\nUS$3.50\n\n$5 or 10^24 m',
    ],
    [
      'footnotes that are no cents',
      '<p>GDP<sup>12</sup></p><p>Nato <sup>12</sup></p>',
      'GDP^12\n\nNato ^12',
    ],
    [
      'fractions',
      '<p>1<sup>1</sup>⁄<sub>2</sub> cups, <sup>3</sup>/<sub>4</sub> tsp, 10<sup>6</sup>/l</p>',
      '1 1⁄2 cups, 3/4 tsp, 10^6/l',
    ],
    [
      'signs that a font draws',
      '<p>a <i class="material-icons">home</i> b <span class="x material-symbols-outlined">arrow_forward</span></p>',
      'a b',
    ],
    [
      'ticks and crosses of cells that are drawn, and nothing else that is',
      `<table><tr><td>Sync<td><i class="fa-solid fa-check"></i><td><b><svg class="icon-x-mark"><path></path></svg></b><td><i class="material-icons">check</i>
        <tr><td>Mail<td><svg><use href="a.svg#check"></use></svg><td><svg><use xlink:href="#times"></use></svg><td><i class="material-icons">star</i>
        <tr><td>Call<td><img alt="" src="a/tick.png"><td><img alt="" src="/b/cross-2.png"><td><img alt="" src="red-cross.png" width="90">
        <tr><td>Chat<td><div class="checkbox"></div><td><div class="clear"></div><td><button><i class="icon-cross"></i></button>
        <tr><td>Talk<td><i class="fa-check" style="visibility: hidden"></i><td><i class="fa-check"></i>yes<td>no</table>`,
      'Sync\t✓\t✗\t✓\nMail\t✓\t✗\nCall\t✓\t✗\nChat\nTalk\t\tyes\tno',
    ],
    [
      'digits of two sizes',
      '<p>$19<small style="font-size: 9px">99</small>, 20<b>26</b></p>',
      '$19 99, 2026',
    ],
    [
      'formulas and emoji that are images',
      `<p>a ${image('\\frac{1}{2}')} b ${image('x^2', 'class="latex"')} c ${image('$y$')} d ${image('❤️')} ${image(':+1:')}</p>`,
      'a $\\frac{1}{2}$ b $x^2$ c $y$ d ❤️ :+1:',
    ],
    [
      'words for screen readers',
      `<p><a>docs<span ${hidden}>, opens a tab</span></a>. Rated<span ${hidden}>4 of 5.</span>★★★★☆</p>`,
      'docs, opens a tab. Rated 4 of 5. ★★★★☆',
    ],
    [
      'a sentence with words that wait to be shown',
      '<p>The keel<span style="display: block; position: absolute; visibility: hidden">Below all</span>, and the bow.</p>',
      'The keel, and the bow.',
    ],
    [
      'cells of no row',
      `<div>${cells('cell', 'a', 'b')}</div><div>${cells('cell', 'c')}</div><p>d</p>`,
      'a\nb\nc\n\nd',
    ],
    [
      'rows that are displayed otherwise',
      '<table><tr style="display: flex"><td style="display: block">a<td style="display: block">b<tr><td>c<td>d</table><p>e</p>',
      'a\tb\nc\td\n\ne',
    ],
    [
      'numbers of notes before a sentence, and others',
      '<p>Each week.<sup>1</sup>I know. So<sup>2</sup><span>Says who</span></p><p><sup>3</sup>Not all</p><p>of <sup>60</sup>Co, x<sup>2</sup>y</p><p>It was. <sup>2 </sup>And it<sup><a href="#b">[3] </a></sup>is<sup><a href="#c">[4] </a></sup>.</p>',
      'Each week.^1 I know. So^2 Says who\n\n^3 Not all\n\nof ^60Co, x^2y\n\nIt was. ^2 And it[3] is[4].',
    ],
    [
      'numbers of lines in code',
      '<pre style="white-space: pre"><span class="linenos">1</span>a\n<span class="line"><span class="ln"> 2 </span>b</span></pre><p>Line <span class="line-number">12</span></p>',
      '```\na\nb\n```\n\nLine 12',
    ],
    ['readings of words', '<p><ruby><rb>東</rb><rb>京</rb><rt>a</rt></ruby>へ</p>', '東京(a)へ'],
  ])('%s', (_, html, text) => {
    show(html);
    selectAll();
    expect(captured()).toBe(`selection: ${text}`);
    expect(visible()).toBe(text);
  });
});

// In the zoo of real browsers a selection has such tables: here they have no style.
describe('a page has', () => {
  test.each([
    [
      'tables by role in a table',
      `<table><tr><td rowspan="2">a</td><td><div role="row">${cells('cell', 'b', 'c')}</div></td></tr><tr><td>d</td></tr></table>`,
      'a\nb\tc\n\td',
    ],
    [
      'short cells with several lines',
      '<table><tr><td>Bob<br>clerk</td><td><p>1 Main St</p><p>Ulm</p></td><td>55</td></tr></table>',
      'Bob clerk\t1 Main St Ulm\t55',
    ],
    [
      'lists in short cells',
      '<table><tr><td>Towns<td><ul><li>Ulm<li>Linz</ul><td>2</table>',
      'Towns\t- Ulm - Linz\t2',
    ],
    [
      'long cells and those that are a row',
      `<table><tr><td>a<br>b</td></tr><tr><td>${long}<br>c</td><td>d</td></tr></table>`,
      `a\nb\n${long.trim()}\nc\td`,
    ],
    [
      'code and tables in cells',
      '<table><tr><td>a<td><pre>b</pre><td><table><tr><td>1<td>2<tr><td>3<td>4</table></table>',
      'a\t```\nb\n```\n1\t2\n3\t4',
    ],
    [
      'cells with an icon alone',
      `<table><tr><td>a</td><td>${image('Yes')}</td><td><i aria-label="no"></i></td><td><svg><title>maybe</title></svg></td><td><span title="part"></span></td></tr></table>`,
      'a\tYes\tno\tmaybe\tpart',
    ],
    [
      'cells with a text, with something to click, or with nothing said',
      `<table><tr><td>a ${image('Yes')}</td><td><button aria-label="Delete"><svg><title>bin</title></svg></button></td><td>${image('')}</td><td>b</td></tr></table>`,
      'a\t\t\tb',
    ],
    [
      'numbers of lines beside code',
      '<table><tr><td><div><pre>1\n2</pre></div></td><td><pre>a</pre></td></tr></table><table><tr><td><pre>42</pre></td><td>b</td></tr></table>',
      '\t```\na\n```\n\n```\n42\n```\tb',
    ],
  ])('%s', (_, html, text) => {
    show(html);
    expect(visible()).toBe(text);
  });
});
