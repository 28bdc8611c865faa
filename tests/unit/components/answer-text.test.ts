// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { shown } from '../answer-shown.ts';

test.each([
  ['two paragraphs', 'one\n\ntwo', '<p>one</p><p>two</p>'],
  ['a line end inside a paragraph stays one', 'one\ntwo', '<p>one\ntwo</p>'],
  ['two spaces break the line', 'one  \ntwo', '<p>one<br>two</p>'],
  ['a backslash breaks the line', 'one\\\ntwo', '<p>one<br>two</p>'],
  [
    'headings begin at the third level',
    '# a\n\n## b\n\n### c\n\n#### d\n\n###### f',
    '<h3>a</h3><h4>b</h4><h5>c</h5><h6>d</h6><h6>f</h6>',
  ],
  ['closing hashes are dropped', '## title ##', '<h4>title</h4>'],
  ['no heading without a space', '#tag and #5', '<p>#tag and #5</p>'],
  ['setext headings', 'Title\n=====\n\nPart\n---', '<h3>Title</h3><h4>Part</h4>'],
  ['a line is not a heading after an empty one', 'a\n\n---\n\nb', '<p>a</p><hr><p>b</p>'],
  ['rules of stars and underscores', '***\n\n___\n\n* * *', '<hr><hr><hr>'],
  [
    'strong, em and both',
    '**a** *b* ***c*** __d__ _e_',
    '<p><strong>a</strong> <em>b</em> <em><strong>c</strong></em> <strong>d</strong> <em>e</em></p>',
  ],
  ['strong inside em', '*a **b** c*', '<p><em>a <strong>b</strong> c</em></p>'],
  ['em inside strong', '**a *b* c**', '<p><strong>a <em>b</em> c</strong></p>'],
  ['stars with spaces are stars', '2 * 3 * 4 = 24', '<p>2 * 3 * 4 = 24</p>'],
  [
    'snake case stays',
    'use snake_case_name and __init__ now',
    '<p>use snake_case_name and <strong>init</strong> now</p>',
  ],
  [
    'strong glued to a word',
    '**bold**text and pre**fix**ed',
    '<p><strong>bold</strong>text and pre<strong>fix</strong>ed</p>',
  ],
  [
    'strong with a colon glued to a word',
    '**Note:** text, **Note**: text',
    '<p><strong>Note:</strong> text, <strong>Note</strong>: text</p>',
  ],
  ['emphasis in Chinese text', '这是**重点**内容', '<p>这是<strong>重点</strong>内容</p>'],
  [
    'emphasis in Chinese text before punctuation',
    '这是**重点**。',
    '<p>这是<strong>重点</strong>。</p>',
  ],
  [
    'emphasis that ends with punctuation in Chinese text',
    '这是**重点。**内容**更多**。',
    '<p>这是<strong>重点。</strong>内容<strong>更多</strong>。</p>',
  ],
  [
    'quoted emphasis in Korean and Japanese text',
    "그는 **'단어'**를 썼다。彼は**「言葉」**を使った",
    "<p>그는 <strong>'단어'</strong>를 썼다。彼は<strong>「言葉」</strong>を使った</p>",
  ],
  ['unclosed marks stay', 'a **b and *c', '<p>a **b and *c</p>'],
  ['escaped marks', '\\*a\\* \\_b\\_ \\# \\[x\\] 1\\. \\`c\\`', '<p>*a* _b_ # [x] 1. `c`</p>'],
  ['strike', '~~gone~~ and ~5 to ~6', '<p><del>gone</del> and ~5 to ~6</p>'],
  ['code span', 'use `a < b && c` here', '<p>use <code>a &lt; b &amp;&amp; c</code> here</p>'],
  [
    'code span with a backtick',
    '`` a ` b `` and `` `x` ``',
    '<p><code>a ` b</code> and <code>`x`</code></p>',
  ],
  ['marks inside code stay', '`**a** [b](c) <i>`', '<p><code>**a** [b](c) &lt;i&gt;</code></p>'],
  ['an unclosed code span stays', 'a ` b', '<p>a ` b</p>'],
  [
    'named entities',
    '&amp; &lt;b&gt; &copy; &mdash; &nbsp;| &hellip;',
    '<p>&amp; &lt;b&gt; © — &nbsp;| …</p>',
  ],
  ['numeric entities', '&#65; &#x42; &#38;lt; &#0;', '<p>A B &amp;lt; �</p>'],
  ['unknown entities stay', '&nosuch; AT&T R&D &', '<p>&amp;nosuch; AT&amp;T R&amp;D &amp;</p>'],
  ['entities in code stay', '`&amp;` &amp;amp;', '<p><code>&amp;amp;</code> &amp;amp;</p>'],
  [
    'html stays text',
    'a <b>bold</b> <img src=x onerror=y> c',
    '<p>a &lt;b&gt;bold&lt;/b&gt; &lt;img src=x onerror=y&gt; c</p>',
  ],
  [
    'a block of html stays text',
    '<details>\n<summary>More</summary>\n\n**inside**\n\n</details>',
    '<p>&lt;details&gt;\n&lt;summary&gt;More&lt;/summary&gt;</p><p><strong>inside</strong></p><p>&lt;/details&gt;</p>',
  ],
  [
    'an html comment stays text',
    '<!-- hidden -->\n\ntext <!-- b -->',
    '<p>&lt;!-- hidden --&gt;</p><p>text &lt;!-- b --&gt;</p>',
  ],
  ['br breaks the line', 'a<br>b<br/>c<BR />d', '<p>a<br>b<br>c<br>d</p>'],
])('%s', (_, text, html) => {
  expect(shown(text)).toBe(html);
});
