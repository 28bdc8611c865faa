// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { atOnce } from '../../../utils/core/steps';
import { captureSelection } from '../../../utils/page/capture-document';
import { captured, reset, select, selectAll, show } from '../page-support';

afterEach(reset);

describe('a selection', () => {
  test.each([
    ['paragraphs', '<p>a b</p><p>c</p>', 'a b\n\nc'],
    ['line breaks', 'a<br>b<br><br>c', 'a\nb\n\nc'],
    ['divisions', '<div>a</div><div>b</div>', 'a\nb'],
    [
      'lists',
      '<ul><li>a</li><li>b<ol><li>c</li><li>d</li></ol></li></ul><p>z</p>',
      '- a\n- b\n  1. c\n  2. d\n\nz',
    ],
    ['lists that start later', '<ol start=4><li>a</li><li>b</li></ol>', '4. a\n5. b'],
    ['items without text', '<ul><li><img src="x"></li></ul><p>a</p>', 'a'],
    ['headings', '<h1>T</h1>text<h3>U</h3><h2></h2><p>v</p>', '# T\n\ntext\n\n### U\n\nv'],
    ['white space', '<p>  a \n  b  </p>  <span>c </span> <span> d</span>', 'a b\n\nc d'],
    ['inline elements', 'a<b>b</b> <i>c</i>d', 'ab cd'],
    [
      'what is not shown',
      'a<span style="display:none">x</span><script>1</script><style>p{}</style><template>t</template>b',
      'ab',
    ],
    [
      'what is hidden in what is shown',
      '<p style="visibility:hidden">x<b style="visibility:visible">v</b></p>',
      'v',
    ],
    [
      'closed details',
      '<details><summary>s</summary>closed</details><details open><summary>t</summary>open</details>',
      's\nt\nopen',
    ],
    [
      'what is there for browsers that draw no bars',
      'a<progress>obey</progress> <meter>me</meter>b',
      'a b',
    ],
    ['navigation', '<nav>home</nav>', 'home'],
  ])('keeps the lines of %s', (_, html, text) => {
    show(html);
    selectAll();
    expect(captured()).toBe(`selection: ${text}`);
  });

  test.each<[string, string, number, number, string]>([
    ['parts of one line', '<b id="a">one two</b><i id="b">three</i>', 4, 2, 'twoth'],
    ['parts of two', '<p id="a">one two</p><p id="b">three four</p>', 4, 5, 'two\n\nthree'],
    [
      'what lies between',
      '<div><p id="a">one</p>x</div><hr><p>y</p><div><b>z</b><p id="b">two</p></div>',
      1,
      1,
      'ne\n\nx\n\ny\n\nz\n\nt',
    ],
    [
      'items with their numbers',
      '<ol><li>x</li><li id="a">two</li><li id="b">three</li><li>y</li></ol>',
      1,
      5,
      '2. wo\n3. three',
    ],
  ])('is %s', (_, html, from, to, text) => {
    show(html);
    select(from, to);
    expect(captured()).toBe(`selection: ${text}`);
  });

  test.each([
    ['code', '<pre id="b" style="white-space:pre">two</pre>'],
    ['an item', '<ul><li id="b" style="white-space:pre-wrap">two</li></ul>'],
    ['a heading', '<h2 id="b" style="white-space:pre-wrap">two</h2>'],
  ])('that ends where %s begins has no mark of it', (_, html) => {
    show(`<p id="a">one</p>${html}`);
    select(0, 0);
    expect(captured()).toBe('selection: one');
  });

  test('within one text has no marks', () => {
    show('<h1 id="a">one two three</h1>');
    const text = document.getElementById('a')?.firstChild;
    if (text) document.getSelection()?.setBaseAndExtent(text, 4, text, 7);
    expect(captured()).toBe('selection: two');
  });

  test('says where it is from', () => {
    document.documentElement.lang = 'en';
    document.title = ' A\n\u202Etitle ';
    show('<p lang="de-AT">ein\u00ADmal</p>');
    selectAll();
    document.getSelection()?.selectAllChildren(document.querySelector('p') ?? document.body);
    expect(atOnce(captureSelection(document))).toEqual({
      kind: 'selection',
      text: 'ein\u00ADmal',
      hidden: 0,
      cut: 0,
      title: 'A\n\u202Etitle',
      address: document.URL,
      language: 'de-AT',
      frame: null,
      secret: false,
      unsure: false,
    });
  });
});
