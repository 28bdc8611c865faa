// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { shown } from '../answer-shown.ts';

test.each([
  [
    'list of three',
    '- a\n- b\n- c',
    '<ul><li><p>a</p></li><li><p>b</p></li><li><p>c</p></li></ul>',
  ],
  [
    'stars and plus make lists',
    '* a\n\n+ b',
    '<ul><li><p>a</p></li></ul><ul><li><p>b</p></li></ul>',
  ],
  ['ordered list', '1. a\n2. b', '<ol><li><p>a</p></li><li><p>b</p></li></ol>'],
  [
    'ordered list with a start',
    '3. a\n4. b',
    '<ol start="3"><li><p>a</p></li><li><p>b</p></li></ol>',
  ],
  ['ordered list with brackets', '1) a\n2) b', '<ol><li><p>a</p></li><li><p>b</p></li></ol>'],
  [
    'nested lists',
    '- a\n  - b\n    - c\n- d',
    '<ul><li><p>a</p><ul><li><p>b</p><ul><li><p>c</p></li></ul></li></ul></li><li><p>d</p></li></ul>',
  ],
  [
    'nested by four spaces',
    '- a\n    - b\n- c',
    '<ul><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ul>',
  ],
  [
    'ordered with bullets inside',
    '1. a\n   - b\n   - c\n2. d',
    '<ol><li><p>a</p><ul><li><p>b</p></li><li><p>c</p></li></ul></li><li><p>d</p></li></ol>',
  ],
  [
    'bullets with ordered inside',
    '- a\n  1. b\n  2. c\n- d',
    '<ul><li><p>a</p><ol><li><p>b</p></li><li><p>c</p></li></ol></li><li><p>d</p></li></ul>',
  ],
  [
    'loose list',
    '- a\n\n- b\n\n- c',
    '<ul><li><p>a</p></li><li><p>b</p></li><li><p>c</p></li></ul>',
  ],
  [
    'item of two paragraphs',
    '1. a\n\n   more\n\n2. b',
    '<ol><li><p>a</p><p>more</p></li><li><p>b</p></li></ol>',
  ],
  [
    'ordered list with loose bullets',
    '1. **A**\n\n   - b\n\n   - c\n\n2. **D**',
    '<ol><li><p><strong>A</strong></p><ul><li><p>b</p></li><li><p>c</p></li></ul></li><li><p><strong>D</strong></p></li></ol>',
  ],
  [
    'code inside an item',
    '1. run\n\n   ```sh\n   npm i\n   ```\n\n2. done',
    '<ol><li><p>run</p><pre dir="ltr" data-language="sh"><code>npm i</code></pre></li><li><p>done</p></li></ol>',
  ],
  [
    'code right below an item',
    '- run\n  ```\n  x\n  ```\n- next',
    '<ul><li><p>run</p><pre dir="ltr"><code>x</code></pre></li><li><p>next</p></li></ul>',
  ],
  [
    'indented code inside an item',
    '- a\n\n      code\n- b',
    '<ul><li><p>a</p><pre dir="ltr"><code>code</code></pre></li><li><p>b</p></li></ul>',
  ],
  [
    'quote inside an item',
    '- a\n  > q\n- b',
    '<ul><li><p>a</p><blockquote><p>q</p></blockquote></li><li><p>b</p></li></ul>',
  ],
  [
    'table inside an item',
    '- a\n\n  | x | y |\n  |---|---|\n  | 1 | 2 |',
    '<ul><li><p>a</p><table><thead><tr><th>x</th><th>y</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table></li></ul>',
  ],
  ['heading inside an item', '- ## a\n- b', '<ul><li><h4>a</h4></li><li><p>b</p></li></ul>'],
  [
    'lazy line in an item',
    '- a\nstill a\n- b',
    '<ul><li><p>a\nstill a</p></li><li><p>b</p></li></ul>',
  ],
  [
    'paragraph after a list',
    '- a\n- b\n\nafter',
    '<ul><li><p>a</p></li><li><p>b</p></li></ul><p>after</p>',
  ],
  [
    'list right after a paragraph',
    'intro:\n- a\n- b',
    '<p>intro:</p><ul><li><p>a</p></li><li><p>b</p></li></ul>',
  ],
  [
    'a number does not begin a list in a paragraph',
    'in the year\n1984. It was',
    '<p>in the year\n1984. It was</p>',
  ],
  [
    'one begins a list in a paragraph',
    'steps:\n1. a\n2. b',
    '<p>steps:</p><ol><li><p>a</p></li><li><p>b</p></li></ol>',
  ],
  [
    'task list',
    '- [ ] a\n- [x] b **c**\n- [X] d',
    '<ul><li class="task"><p>☐ a</p></li><li class="task"><p>☑ b <strong>c</strong></p></li><li class="task"><p>☑ d</p></li></ul>',
  ],
  [
    'loose task list',
    '- [ ] a\n\n- [x] b',
    '<ul><li class="task"><p>☐ a</p></li><li class="task"><p>☑ b</p></li></ul>',
  ],
  [
    'nested task list',
    '- [ ] a\n  - [x] b',
    '<ul><li class="task"><p>☐ a</p><ul><li class="task"><p>☑ b</p></li></ul></li></ul>',
  ],
  ['empty item', '- a\n-\n- c', '<ul><li><p>a</p></li><li></li><li><p>c</p></li></ul>'],
  [
    'a list after another kind of list',
    '- a\n- b\n\n1. c',
    '<ul><li><p>a</p></li><li><p>b</p></li></ul><ol><li><p>c</p></li></ol>',
  ],
])('%s', (_, text, html) => {
  expect(shown(text)).toBe(html);
});
