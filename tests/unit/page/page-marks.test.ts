// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { captured, reset, select, selectAll, show } from '../page-support';

afterEach(reset);

const tex = '<annotation encoding="application/x-tex">x^2</annotation>';

describe('a selection keeps what its marks say', () => {
  test.each([
    ['quotes', '<p>a</p><blockquote><p>b</p><p>c</p></blockquote><p>d</p>', 'a\n\n> b\n\n> c\n\nd'],
    [
      'quotes in quotes',
      '<blockquote>a<blockquote>b</blockquote></blockquote>c',
      '> a\n\n> > b\n\nc',
    ],
    [
      'quotes with lines of their own',
      '<blockquote style="white-space:pre-wrap">I do not agree.\nPlease pay <b>100</b> at once.\n</blockquote><p>I agree.</p>',
      '> I do not agree.\n> Please pay 100 at once.\n\nI agree.',
    ],
    [
      'quotes with code',
      '<blockquote>a<pre style="white-space:pre">b {\n\n  c\n</pre><pre style="white-space:pre">d\ne</pre></blockquote>f',
      '> a\n\n> ```\n> b {\n>\n>   c\n> ```\n\n> ```\n> d\n> e\n> ```\n\nf',
    ],
    [
      'code with its indentation and language',
      '<p>a</p><pre><code class="hljs language-js" style="white-space:pre">if (x) {\n  y();\n}\n</code></pre><p>b</p>',
      'a\n\n```js\nif (x) {\n  y();\n}\n```\n\nb',
    ],
    [
      'code without a language',
      '<pre style="white-space:pre">a\n  b</pre>c',
      '```\na\n  b\n```\n\nc',
    ],
    [
      'code that names its language outside',
      '<div class="highlight-source-rust"><pre>a</pre></div>',
      '```rust\na\n```',
    ],
    [
      'code that says something else for its language',
      '<pre data-lang="js&#10;Obey.">a</pre><pre data-language="c++">b</pre>',
      '```\na\n```\n\n```c++\nb\n```',
    ],
    ['code that is empty', 'a<pre></pre>b', 'a\n\nb'],
    ['footnotes', 'a<sup><a href="#fn1">1</a></sup> b<sup><a href="#x">[2]</a></sup>', 'a[1] b[2]'],
    ['footnotes in links', 'a<a href="#fn3"><sup>3</sup></a>', 'a[3]'],
    [
      'several footnotes at once',
      'In 2020<sup><a href="#a">1</a>,<a href="#b">2</a></sup> and 2021<sup>[<a href="#a">1</a>–<a href="#c">3</a>]</sup>',
      'In 2020[1,2] and 2021[1–3]',
    ],
    [
      'several footnotes at once without links',
      'In 2020<sup>1,2</sup>, 2021<sup>3–5</sup>, 2022<sup>6, 7</sup>, 12<sup>a,b</sup>',
      'In 2020^1,2, 2021^3–5, 2022^6, 7, 12^a,b',
    ],
    [
      'raised words that are no footnotes',
      `1<sup>st</sup> 2<sup>nd</sup> 3<sup>rd</sup> 4<sup>th</sup> 2<sup>e</sup> 1<sup>er</sup> 1<sup>re</sup> 2<sup>o</sup> 2<sup>a</sup>
        n<sup>o</sup> M<sup>me</sup> M<sup>r</sup> M<sup>e</sup> M<sup>c</sup>Donald Gloss<sup>TM</sup> Gloss<sup>R</sup> $19<sup>.99</sup> Na<sup>+</sup>`,
      '1st 2nd 3rd 4th 2e 1er 1re 2o 2a no Mme Mr Me McDonald GlossTM GlossR $19.99 Na+',
    ],
    ['powers', '10<sup>6</sup> 10<sup>−3</sup> Ca<sup>2+</sup>', '10^6 10^−3 Ca^2+'],
    [
      'powers of letters',
      'O(2<sup>n</sup>) e<sup>−x</sup> <i>e</i><sup><i>x</i></sup> (a+b)<sup>k</sup> A<sup>T</sup> 10<sup>−λ</sup>',
      'O(2^n) e^−x e^x (a+b)^k A^T 10^−λ',
    ],
    [
      'powers that are sums, products and quotients',
      '2<sup>n+1</sup> x<sup>2n</sup> x<sup>n − 1</sup> e<sup>−2t</sup> 2<sup>1/2</sup>',
      '2^(n+1) x^(2n) x^(n − 1) e^(−2t) 2^1/2',
    ],
    [
      'how words are read aloud',
      '<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby><ruby>東<rt style="display:none">ひがし</rt></ruby>',
      '漢(かん)字(じ)東',
    ],
    ['words without a reading', '<ruby>漢<rt>かん</rt>字<rt> </rt></ruby>', '漢(かん)字'],
    [
      'numbers that count down',
      '<ol reversed><li>c</li><li>b</li><li>a</li></ol>',
      '3. c\n2. b\n1. a',
    ],
    [
      'numbers of items',
      '<ol start="0"><li>a</li><li value="10">b</li><li>c</li></ol>',
      '0. a\n10. b\n11. c',
    ],
    [
      'letters and Roman numbers of items',
      '<ol type="a"><li>x</li><li>y<ol type="I" start="4"><li>z</li></ol></li></ol><ol style="list-style-type:lower-roman"><li>v</li><li value="9">w</li></ol>',
      'a. x\nb. y\n  IV. z\n\ni. v\nix. w',
    ],
    [
      'no numbers of items where none are shown',
      '<ol><li style="list-style-type: none">(a) x</li></ol><ol><li style="list-style-type: disc">y</li></ol>',
      '- (a) x\n\n- y',
    ],
    [
      'lists of commands, and the numbers around them',
      '<ol><li>a<menu><li>x</li><li>y</li></menu></li><li>b</li></ol>',
      '1. a\n  - x\n  - y\n2. b',
    ],
    [
      'words in drawings that have places of their own',
      '<svg><text><tspan x="9">North</tspan><tspan x="9" dy="1em">America</tspan></text><text>H<tspan dy="1">2</tspan>O</text></svg>',
      'North\nAmerica\nH2O',
    ],
    [
      'lines, without what indents them in the source',
      '<div style="white-space:pre-line">one\n      two   <b>three</b>\n\n\t four</div>',
      'one\ntwo three\n\nfour',
    ],
    [
      'words in drawings, each on its line',
      'a <svg><title>T</title><defs><text>no</text></defs><text>one</text><g><text>two <tspan>three</tspan></text></g></svg> b',
      'a\none\ntwo three\nb',
    ],
    ['drawings without words', 'a <svg><title>T</title><path/></svg> b', 'a b'],
    ['descriptions of images that did not come', '<p>a <img alt="A barn"></p>', 'a [A barn]'],
    [
      'nothing of powers, notes, formulas and images that cannot be seen',
      `a<sup style="display:none">2</sup><sup style="visibility:hidden"><a href="#b">1</a></sup>
        <math style="visibility:collapse" alttext="x">4</math><img style="display:none" alt="Out"> b`,
      'a b',
    ],
    ['link texts', '<a href="https://a.example/long">a b</a>', 'a b'],
    ['formulas', `a <math><semantics><mi>x</mi>${tex}</semantics></math> b`, 'a $x^2$ b'],
    [
      'formulas that are set twice',
      `a <span class="katex"><span><math>${tex}</math></span><span aria-hidden="true">x2</span></span> b`,
      'a $x^2$ b',
    ],
    [
      'formulas behind what was drawn of them',
      'a <span class="MathJax_Preview">x</span><span class="MathJax">x2</span><script type="math/tex">x^2</script> b',
      'a $x^2$ b',
    ],
    [
      'formulas as pictures',
      'a <span class="mwe-math-element"><img alt="{\\displaystyle x}"></span>',
      `a \${\\displaystyle x}$`,
    ],
    [
      'emoji that are drawn, and those of a place',
      'a <img alt="😀"> <img alt="❤️"> <img alt=":row_boat:" width="20"> b',
      'a 😀 ❤️ :row_boat: b',
    ],
    ['formulas that tell their source', '<math alttext="x^2"><mi>x</mi></math>', '$x^2$'],
    [
      'fractions, powers and indices',
      '<math><mfrac><mn>1</mn><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></mfrac><msup><mi>x</mi><mn>10</mn></msup><msub><mi>y</mi><mi>i</mi></msub></math>',
      '1/(a+b) x^10 y_i',
    ],
    [
      'sums, roots and rows',
      '<math><munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><msqrt><mi>x</mi></msqrt><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr></mtable></math>',
      '∑_(i=1)^n √(x)1, 2;',
    ],
    [
      'numbers with a fraction, powers of sums, functions',
      `<math><mn>2</mn><mfrac><mn>1</mn><mn>3</mn></mfrac><mo>+</mo><msub><mi>f</mi><mn>1</mn></msub><mo>(</mo><mi>x</mi><mo>)</mo>
        <mo>=</mo><mi>sin</mi><mo>\u2061</mo><mi>x</mi><mo>\u2062</mo><mi>y</mi></math>`,
      '2 1/3+f_1(x) =sin xy',
    ],
    [
      'letters with a sign above them',
      '<math><mover><mi>v</mi><mo>→</mo></mover><mo>,</mo><mover><mi>x</mi><mo>¯</mo></mover><mo>,</mo><mover><mi>A</mi><mi>n</mi></mover><mo>,</mo><mover><mi>B</mi><mtext>constructor</mtext></mover></math>',
      'v\u20D7,x\u0304,A^n,B^(constructor)',
    ],
    [
      'formulas without their meaning in other words',
      '<math><semantics><mi>x</mi><annotation-xml><ci>y</ci></annotation-xml></semantics></math>',
      'x',
    ],
    ['formulas in one element', '<math><mi>x</mi><mo>+</mo></math>', 'x+'],
  ])('%s', (_, html, text) => {
    show(`<div>${html}</div>`);
    selectAll();
    expect(captured()).toBe(`selection: ${text}`);
  });
});

describe('what a page names like a property of the browser', () => {
  test('does not take its place', () => {
    show(
      '<p id="a">one</p><form><input name="firstChild"><input name="nextSibling"><input name="localName"><input name="nodeType"><input name="parentNode"><input name="assignedSlot"><p>two</p></form><p id="b">three</p>',
    );
    select(0, 5);
    expect(captured()).toBe('selection: one\n\ntwo\n\nthree');
  });
});

describe('shadow roots', () => {
  function attach(selector: string, html: string): ShadowRoot {
    const host = document.querySelector(selector);
    if (!host) throw new Error(`No ${selector}`);
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = html;
    return root;
  }

  test('are read in their place, with what fills their slots', () => {
    show('<p>a</p><x-card><b slot="t">title</b><i>rest</i></x-card><p>z</p>');
    attach(
      'x-card',
      '<p>in <slot name="t"></slot></p><p><slot></slot></p><p><slot name="n">else</slot></p>',
    );
    selectAll();
    expect(captured()).toBe('selection: a\n\nin title\n\nrest\n\nelse\n\nz');
  });

  test('may be in shadow roots', () => {
    show('<x-a></x-a><p>z</p>');
    const outer = attach('x-a', '<p>one</p><x-b></x-b>');
    const host = outer.querySelector('x-b');
    if (host) host.attachShadow({ mode: 'open' }).innerHTML = '<p>two</p>';
    selectAll();
    expect(captured()).toBe('selection: one\n\ntwo\n\nz');
  });

  test('a selection may begin and end in them, where the browser tells it', () => {
    show('<p>a</p><x-a></x-a><p>z</p>');
    const outer = attach('x-a', '<p>one</p><x-b></x-b><p>three</p>');
    const host = outer.querySelector('x-b');
    const inner = host?.attachShadow({ mode: 'open' });
    if (inner) inner.innerHTML = '<p>two words</p>';
    const from = inner?.querySelector('p')?.firstChild;
    const to = outer.querySelectorAll('p')[1]?.firstChild;
    if (!host || !inner || !from || !to) throw new Error('No text');
    selectAll();
    const selection = document.getSelection() as Selection;
    const asked: number[] = [];
    // As the standard says: what is in a root that was not named is told by its host.
    selection.getComposedRanges = ({ shadowRoots = [] } = {}) => {
      asked.push(shadowRoots.length);
      const start = shadowRoots.includes(inner)
        ? { startContainer: from, startOffset: 4 }
        : shadowRoots.includes(outer)
          ? { startContainer: outer, startOffset: 1 }
          : { startContainer: document.body, startOffset: 1 };
      const end = shadowRoots.includes(outer)
        ? { endContainer: to, endOffset: 3 }
        : { endContainer: document.body, endOffset: 2 };
      return [{ ...start, ...end, collapsed: false } as StaticRange];
    };
    try {
      expect(captured()).toBe('selection: words\n\nthr');
      expect(asked).toEqual([0, 1, 2]);
    } finally {
      Reflect.deleteProperty(selection, 'getComposedRanges');
    }
  });
});
