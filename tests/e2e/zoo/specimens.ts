import type { Page } from '../../browsers/browser';
import { codeViews } from './code-views';
import { pagesOfToday } from './pages-of-today';
import { shownLines } from './shown-lines';

/** A page with something selected on it, and the text that must be received. */
export interface Specimen {
  readonly name: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Without it, all that is in `#zoo` is selected. */
  readonly select?: (page: Page) => Promise<unknown>;
  /** The page changes by itself, or is too large to compare. */
  readonly restless?: true;
  readonly text: string;
  /** Where it differs in Firefox, which can select several parts at once. */
  readonly inFirefox?: string;
}

const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
const tex = '<annotation encoding="application/x-tex">x^2</annotation>';
const math = `<math><semantics><msup><mi>x</mi><mn>2</mn></msup>${tex}</semantics></math>`;

const notSelected =
  'position: absolute; display: block; clip: rect(1px, 1px, 1px, 1px); user-select: none; -webkit-user-select: none';
const typeset = `<mjx-math aria-hidden="true"><mjx-mi><mjx-c></mjx-c></mjx-mi></mjx-math>
  <mjx-assistive-mml unselectable="on" style="${notSelected}"><math><msup><mi>x</mi><mn>2</mn></msup></math></mjx-assistive-mml>`;
const drawn =
  '<mjx-math data-latex="y"><mjx-mi data-latex="y"><mjx-c>𝑦</mjx-c></mjx-mi></mjx-math>';

/** As its third version writes it, and its fourth. */
export const mathJax: Specimen = {
  name: 'formulas of MathJax',
  body: `<p>Let <mjx-container style="position: relative">${typeset}</mjx-container> be a number of people, and
    <mjx-container>${drawn}</mjx-container>, too; so that
    <mjx-container display="true" style="display: block">${drawn}</mjx-container></p>`,
  text: 'Let x^2 be a number of people, and $y$, too; so that\n$y$',
};
const line = (number: number, cells: string) => `<tr><td>${number}${cells}`;
const marked = (sign: string, code: string) =>
  `<td class="blob-code"><span class="blob-code-marker" data-code-marker="${sign}">${code}</span>`;

/** As three hosts of code write them: the signs are mostly in the style, or cannot be selected. */
export const diff: Specimen = {
  name: 'signs of a diff',
  body: `<style>[data-code-marker]::before { content: attr(data-code-marker) } .sign span::before { content: attr(data-sign) }
      .line_content.new::before { content: "+" }</style>
    <table>${line(1, marked(' ', 'river = find(town)'))}${line(2, marked('-', 'bridge = old(river)'))}
    ${line(2, marked('+', 'bridge = new(river)'))}${line(3, '<td class="line_content new">boats = count(river)')}
    ${line(4, '<td class="sign type-marker"><span data-sign="-"></span><td class="lines-code">sails = white(boats)')}
    ${line(5, '<td class="diff-cell"><code><span class="diff-marker" style="user-select: none; -webkit-user-select: none">+</span><div>rows = slow(boats)</div></code>')}</table>`,
  text: '1\triver = find(town)\n2\t-bridge = old(river)\n2\t+bridge = new(river)\n3\t+boats = count(river)\n4\t-\tsails = white(boats)\n5\t+ rows = slow(boats)',
};

const codeLine = (number: number, code: string) =>
  `<div style="position: relative"><div class="CodeMirror-gutter-wrapper" style="position: absolute; left: -29px">
    <div class="CodeMirror-linenumber CodeMirror-gutter-elt">${number}</div></div><pre class="CodeMirror-line"><span>${code}</span></pre></div>`;

const placedNumber = (number: number, at: number) =>
  `<div style="position: absolute; top: ${20 * at}px"><div></div><div class="line-numbers">${number}</div></div>`;

/** As an editor draws them; two blocks of code that stand apart; and what another editor draws. */
export const linesOfCode: Specimen = {
  name: 'a block for each line of code',
  body: `<style>.editor pre { margin: 0 } .editor { padding-left: 40px }</style>
    <div class="editor">${['boat = find(river)', '\u200b', 'for rope in boat:', '  pull(rope)'].map((code, at) => codeLine(at + 1, code)).join('')}</div>
    <p>Both of them are short.</p><div class="editor"><pre>row(boat)</pre><pre style="padding-top: 9px">sail(boat)</pre></div>
    <div style="position: relative; height: 40px"><div>${[7, 8].map(placedNumber).join('')}</div>
    <div style="position: absolute; left: 40px">${['<div>if (boat) {', '<div>&nbsp;&nbsp;sink(boat);'].join('</div>')}</div></div></div>`,
  text: '```\nboat = find(river)\n\nfor rope in boat:\n  pull(rope)\n```\n\nBoth of them are short.\n\n```\nrow(boat)\n```\n\n```\nsail(boat)\n```\n\nif (boat) {\n\u00a0\u00a0sink(boat);',
};

/** As two programs write them that color code: each line a box, with a line break in it, or beside it. */
export const codeLines: Specimen = {
  name: 'lines of code that are boxes, or were changed',
  body: `<style>.lines > span { display: flex } .grid { display: grid }
      .line.remove::before { content: "-" } .line.ins .code::before { content: "+" }</style>
    <pre><code class="lines"><span><i>boat {\n</i></span><span><i>\n</i></span><span><i>  row()\n</i></span><span><i>}\n</i></span></code></pre>
    <pre><code class="grid"><span>bank {</span>\n<span>  rest()</span>\n<span> </span>\n<span>}</span></code></pre>
    <pre><code><span class="line remove">one()</span>\n<span class="line ins"><i></i><b class="code">  two()</b></span>\n<span class="line remove"></span>\nend()</code></pre>`,
  text: '```\nboat {\n\n  row()\n}\n```\n\n```\nbank {\n  rest()\n\n}\n```\n\n```\n-one()\n+  two()\n\nend()\n```',
};

/** From the start of one element's text to the end of another's; runs in the page. */
function selectBetween(from: string, to: string): void {
  const [start, end] = [from, to].map((of) => document.querySelector(of)?.firstChild);
  if (start && end) getSelection()?.setBaseAndExtent(start, 0, end, (end as Text).length);
}

function selectInArea(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const area = document.querySelector('textarea');
    area?.focus();
    area?.setSelectionRange(4, 9);
  });
}

const parts: readonly Specimen[] = [
  {
    name: 'headings, lists, quotes and code',
    body: `<h2>Title</h2><ol><li>one<ul><li>inner</li></ul></li><li>two</li></ol><blockquote><p>said</p></blockquote>
      <pre><code class="language-js">if (a) {\n  b();\n}\n</code></pre><p>a <a href="https://a.example/">link</a></p>`,
    text: '## Title\n\n1. one\n  - inner\n2. two\n\n> said\n\n```js\nif (a) {\n  b();\n}\n```\n\na link',
  },
  {
    name: 'a table with spans',
    body: `<table><tr><th colspan="2">ab</th><th>c</th></tr><tr><td rowspan="2">1</td><td>2</td><td>3</td></tr>
      <tr><td>4</td><td>5</td></tr></table>`,
    text: 'ab\t\tc\n1\t2\t3\n\t4\t5',
  },
  {
    name: 'an image, an icon, a footnote and formulas',
    body: `<p>see <img src="${pixel}" width="60" height="60" alt="A red barn"> <img src="${pixel}" width="9" height="9" alt="icon">
      here<sup><a href="#n">1</a></sup> and ${math} or <span class="katex"><span>${math}</span><span aria-hidden="true">x2</span></span></p>`,
    text: 'see [A red barn] here[1] and $x^2$ or $x^2$',
  },
  {
    name: 'formulas without their source, powers and words that are read aloud',
    body: `<p><math><mfrac><mn>1</mn><msqrt><mi>x</mi></msqrt></mfrac></math> of 10<sup>6</sup></p>
      <p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>`,
    text: '1/(√(x)) of 10^6\n\n漢(かん)',
  },
  mathJax,
  {
    name: 'numbers of items, and words in a drawing',
    body: `<ol reversed><li>c</li><li value="7">b</li><li>a</li></ol>
      <p>a <svg><title>T</title><defs><text>no</text></defs><text y="20">one</text><text y="40">two</text></svg> b</p>`,
    text: '3. c\n7. b\n6. a\n\na\none\ntwo\nb',
  },
  {
    name: 'parts that cannot be selected, or seen',
    body: '<p>a <span style="user-select:none;-webkit-user-select:none">button </span>b <span hidden>c</span><span style="visibility:hidden">d</span>e</p>',
    text: 'a b e',
  },
  {
    name: 'text from right to left',
    body: '<div dir="rtl"><p>שלום עולם 123</p><p>مرحبا بالعالم (٤٥)</p></div>',
    text: 'שלום עולם 123\n\nمرحبا بالعالم (٤٥)',
  },
];

const more: readonly Specimen[] = [
  diff,
  linesOfCode,
  codeLines,
  {
    name: 'a table with an empty corner and an empty block of code',
    body: '<table><tr><th></th><th>Mon<th>Tue<tr><th>8:00<td><pre></pre><td>Art</table>',
    text: '\tMon\tTue\n8:00\t\tArt',
  },
  {
    name: 'letters that are set large, and labels that are not',
    body: `<style>.large { float: left; font-size: 3em }</style><p><span class="large">O</span>nce upon a time</p>
      <p><b class="large"><i>“I</i></b><span>T was</span></p><p><span class="large">A</span> house</p>
      <p><span class="large">EN</span>English</p><p><span class="large">12</span>apples</p>`,
    text: 'Once upon a time\n\n“IT was\n\nA house\n\nEN\nEnglish\n\n12\napples',
  },
  {
    name: 'letters and Roman numbers of items, numbers that are drawn, and none',
    body: `<style>.steps { list-style: none } .steps li { counter-increment: step } .steps li::before { content: counter(step) }</style>
      <ol type="a"><li>x</li><li>y</li></ol><ol style="list-style: upper-roman" start="4"><li>z</li></ol>
      <ol class="steps"><li>v</li><li>w</li></ol><ol style="list-style: none"><li>1.1 u</li></ol>`,
    text: 'a. x\nb. y\n\nIV. z\n\n1. v\n2. w\n\n- 1.1 u',
  },
  {
    name: 'an image far below, which the browser has not loaded yet',
    body: `<p>here</p><p style="margin-top: 30000px">below <img src="/barn" loading="lazy" alt="A red barn"></p>`,
    text: 'here\n\nbelow [A red barn]',
  },
];

/** All of them below each other: each page and popup takes a second of the processor. */
function together(those: readonly Specimen[]): Specimen {
  return {
    name: those.map(({ name }) => name).join('; '),
    body: those.map(({ body }) => `<section>${body}</section>`).join(''),
    text: those.map(({ text }) => text).join('\n\n'),
  };
}

/** Its middle is in the window: it is clicked there. */
export const structure = together(parts);

const places: readonly Specimen[] = [
  {
    name: 'a text area',
    body: '<textarea>one two three</textarea>',
    select: selectInArea,
    text: 'two t',
  },
  {
    name: 'an editor',
    body: '<div contenteditable="true"><p>first line</p><p>second line</p></div>',
    select: (page) =>
      page.evaluate(() => {
        const editor = document.querySelector<HTMLElement>('[contenteditable]');
        editor?.focus();
        if (editor) getSelection()?.selectAllChildren(editor);
      }),
    text: 'first line\n\nsecond line',
  },
  {
    name: 'a field for addresses',
    body: '<input type="email" value="me@a.example">',
    select: (page) =>
      page.evaluate(() => {
        const field = document.querySelector('input');
        field?.focus();
        field?.select();
      }),
    text: 'me@a.example',
  },
  {
    name: 'what is shown as dots',
    body: '<p>a</p><p style="-webkit-text-security: circle">secret <b>too</b><sup>42</sup></p><p>b</p>',
    text: 'a\n\nb',
  },
  {
    name: 'a table with cells of several lines, of icons alone, and one by its role',
    body: `<table><tr><td>Bob<br>clerk<td><img src="${pixel}" width="16" height="16" alt="Yes"><td><i class="icon-tick"></i><td>55</table>
      <div role="row" style="display: flex"><i role="cell">a</i><i role="cell"></i><i role="cell">b</i></div>`,
    text: 'Bob clerk\tYes\t✓\t55\n\na\t\tb',
  },
  {
    name: 'boxes that are set like cells, and rows that are displayed as tables',
    body: `<style>#zoo i { display: table-cell } #zoo tr { display: table }</style><div><i>a</i><i>b</i></div><div><i>c</i></div>
      <table><tr><td>1<td>2<tr><td>3<td>4</table><p>d</p>`,
    text: 'a\nb\nc\n\n1\t2\n3\t4\n\nd',
  },
  {
    name: 'words that stand apart without a space',
    body: `<p><a style="padding: 0 7px">bug</a><a style="padding: 0 7px">urgent</a></p>
      <p dir="rtl"><b>א</b><i style="margin-right: 9px">ב</i> ab<b>c</b></p>
      <style>#zoo b + u::before { content: "·" }</style><p><b>Ann</b><u>3 May</u></p>
      <p><a style="padding: 0 7px">a</a><sup>2</sup>b</p>`,
    text: 'bug urgent\n\nא ב abc\n\nAnn 3 May\n\na^2b',
  },
  {
    name: 'cells of a table',
    body: '<table><tr><td>a<td>b<td>c<tr><td>d<td>e<td>f</table>',
    select: (page) =>
      page.evaluate(() => {
        getSelection()?.removeAllRanges();
        for (const row of document.querySelectorAll('tr')) {
          for (const at of [0, 2]) {
            const range = document.createRange();
            range.setStart(row, at);
            range.setEnd(row, at + 1);
            getSelection()?.addRange(range);
          }
        }
      }),
    text: 'a',
    inFirefox: 'a\tc\nd\tf',
  },
  {
    name: 'a table from its first cell to its last',
    body: `<table><tr><th colspan="2">ab</th><th>c</th></tr><tr><td rowspan="2">1</td><td>2</td><td>3</td></tr>
      <tr><td>4</td><td id="end">5</td></tr></table>`,
    select: (page) => page.evaluate(selectBetween, 'th', '#end'),
    text: 'ab\t\tc\n1\t2\t3\n\t4\t5',
  },
  {
    name: 'a table from the middle of a row on',
    body: `<table><thead><tr><th><th>Mon<th>Tue<tbody><tr><td rowspan="3">8:00<td>a<td>b<tr><td rowspan="2">c<td>d
      <tr><td id="start">e<tr><td>9:00<td>f<td>g</table><p id="end">z</p>`,
    select: (page) => page.evaluate(selectBetween, '#start', '#end'),
    text: '\t\te\n9:00\tf\tg\n\nz',
  },
  {
    name: 'several parts',
    body: '<p>one</p><p>not this</p><p>two</p>',
    select: (page) =>
      page.evaluate(() => {
        const selection = getSelection();
        selection?.removeAllRanges();
        for (const at of [0, 2]) {
          const range = document.createRange();
          range.selectNodeContents(document.querySelectorAll('p')[at] as Element);
          selection?.addRange(range);
        }
      }),
    text: 'one',
    inFirefox: 'one\ntwo',
  },
  {
    name: 'shadow roots in shadow roots, with slots',
    body: `<p>before</p><x-card><template shadowrootmode="open"><p>card: <slot></slot></p>
      <x-more><template shadowrootmode="open"><p>deeper</p></template></x-more></template><b>slotted</b></x-card><p>after</p>`,
    text: 'before\n\ncard: slotted\n\ndeeper\n\nafter',
  },
  {
    name: 'a part of a shadow root',
    body: `<p>before</p><x-card><template shadowrootmode="open"><p>not this</p>
      <x-more><template shadowrootmode="open"><p id="in">one two three</p></template></x-more></template></x-card>`,
    select: (page) =>
      page.evaluate(() => {
        const card = document.querySelector('x-card')?.shadowRoot;
        const text = card?.querySelector('x-more')?.shadowRoot?.querySelector('#in')?.firstChild;
        if (text) getSelection()?.setBaseAndExtent(text, 4, text, 9);
      }),
    text: 'two t',
  },
  {
    name: 'from one slot to another that is shown after it and stands before it',
    body: `<x-card><template shadowrootmode="open"><slot name="title"></slot><p><slot></slot></p><p>not this</p></template>
      <b id="end">two three</b><i slot="title" id="start">one</i></x-card>`,
    select: (page) => page.evaluate(selectBetween, '#start', '#end'),
    text: 'one\n\ntwo three',
  },
  {
    name: 'a frame of the same origin',
    body: '<p>outside</p><iframe srcdoc="<p>inside the frame</p>"></iframe>',
    select: (page) =>
      page.evaluate(() => {
        const frame = document.querySelector('iframe');
        const inner = frame?.contentDocument;
        frame?.focus();
        if (inner) inner.getSelection()?.selectAllChildren(inner.body);
      }),
    text: 'inside the frame',
  },
];

const plain = { body: '<p>one</p><p>two</p>', text: 'one\n\ntwo' };

const strict: readonly Specimen[] = [
  {
    name: 'a strict policy',
    headers: { 'content-security-policy': "default-src 'none'; sandbox" },
    ...plain,
  },
  {
    name: 'trusted types',
    headers: {
      'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'",
    },
    ...plain,
  },
  {
    name: 'isolation from other origins',
    headers: {
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
    },
    ...plain,
  },
];

const hostile: readonly Specimen[] = [
  {
    name: 'prototypes that were rewritten',
    body: `${plain.body}<script>
      for (const [of, key] of [[Node, 'firstChild'], [Node, 'nodeType'], [Element, 'localName'], [CharacterData, 'data']])
        Object.defineProperty(of.prototype, key, { get: () => { throw new Error('gone'); } });
      for (const of of [Selection, Range, Map, Set])
        for (const key of ['getRangeAt', 'getComposedRanges', 'toString', 'get', 'has', 'set']) delete of.prototype[key];
      window.getComputedStyle = document.getSelection = () => null;
    </script>`,
    text: plain.text,
  },
  {
    name: 'names that stand for properties',
    body: `<p>one</p><form>${[
      'firstChild',
      'nextSibling',
      'localName',
      'nodeType',
      'parentNode',
      'assignedSlot',
      'shadowRoot',
      'getAttribute',
      'closest',
    ]
      .map((name) => `<input name="${name}">`)
      .join('')}<p>two</p></form>
      <img name="getSelection"><img name="title"><img name="URL"><img name="body"><img name="documentElement">`,
    text: plain.text,
  },
  {
    name: 'a field beside names that stand for properties',
    body: '<img name="activeElement"><img name="createTreeWalker"><textarea>one two three</textarea>',
    select: selectInArea,
    text: 'two t',
  },
  {
    name: 'characters that nobody sees',
    body: `<p>o&#x202E;ne&#x200B;&#x200B;&#x200B;</p><p>&#xE0041;t&#xE0042;wo&#xFEFF;</p>`,
    text: plain.text,
  },
  {
    name: 'a document that never rests',
    restless: true,
    body: `${plain.body}<div id="noise"></div><script>
      setInterval(() => {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        setTimeout(() => frame.remove(), 5);
      }, 10);
    </script>`,
    text: plain.text,
  },
  {
    name: 'a document that is written anew while it is read',
    restless: true,
    body: `<p id="first">one</p><p>two</p><div id="much"></div><script>
      const much = document.getElementById('much');
      setInterval(() => much.replaceChildren(...Array.from({ length: 200 }, () => Object.assign(document.createElement('i'), { hidden: true, textContent: 'x' }))), 1);
    </script>`,
    text: plain.text,
  },
  {
    name: 'elements in elements, a thousand deep, and ten thousand that nobody sees',
    restless: true,
    body: `<div id="deep"></div><p>two</p><script>
      let inner = document.getElementById('deep');
      for (let at = 0; at < 1000; at += 1) inner = inner.appendChild(document.createElement('span'));
      inner.textContent = 'one';
      inner = document.getElementById('deep').appendChild(document.createElement('div'));
      inner.hidden = true;
      for (let at = 0; at < 10000; at += 1) inner = inner.appendChild(document.createElement('i'));
    </script>`,
    text: plain.text,
  },
];

export const specimens = [
  structure,
  together(more),
  together(codeViews),
  together(shownLines),
  together(pagesOfToday),
  ...places,
  ...strict,
  ...hostile,
];
