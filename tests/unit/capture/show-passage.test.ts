// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Pointer, type Shown, showPassage } from '../../../utils/capture/show-passage';
import { findPassage } from '../../../utils/page/passage';
import { reset, show } from '../page-support';

afterEach(reset);

const found = (text: string, before = '', after = '') =>
  findPassage(document, { text, near: [before, after] }).map(String);

describe('a passage is found in a page', () => {
  test.each([
    ['as it stands', '<p>One two. Three four.</p>', 'Three four.', ['Three four.']],
    ['across elements', '<p>One <b>tw</b>o. Three</p>', 'One two.', ['One ', 'tw', 'o.']],
    ['spaced in another way', '<p>One\n   two.</p>', 'One two. ', ['One\n   two.']],
    [
      'that capture has marked',
      '<h2>One</h2><ul><li>two</li></ul>',
      '## One\n\n- two',
      ['One', 'two'],
    ],
    ['in a numbered list', '<ol><li>One</li><li>two</li></ol>', '1. One\n2. two', ['One', 'two']],
    ['in a table', '<table><tr><td>One</td><td>2</td></tr></table>', '| One | 2 |', ['One', '2']],
    ['with its quotation marks', '<p>He: “One two.” Yes</p>', '“One two.” ', ['“One two.”']],
    ['where it is first', '<p id="a">One</p><p>One</p>', 'One', ['One']],
    ['with its own marks first', '<p>It is 1.5.</p><p>It is 15.</p>', 'It is 15.', ['It is 15.']],
    ['in any script', '<p>他说：𠮷野家很好。是。</p>', '𠮷野家很好。', ['𠮷野家很好。']],
    [
      'by its longest line, where another is not in the page',
      '<p>One two three four.</p>',
      '```js\nOne two three four.\n```\nOne two three.',
      ['One two three four.'],
    ],
    ['and not in a script', '<script>one</script><p>one</p>', 'one', ['one']],
  ])('%s', (_, html, passage, ranges) => {
    show(html);
    expect(found(passage)).toEqual(ranges);
  });

  test('and nothing is found of what is not there, or has no letters', () => {
    show('<p>One two.</p>');
    expect(found('One three.')).toEqual([]);
    expect(found(' … ')).toEqual([]);
  });

  test.each([
    ['in the text, not in a menu above it', 'Winter\n\n', ' Ships waited.', 'text'],
    ['at the end of a text', 'Ships waited. ', '', 'end'],
    ['where nothing around it is known', '', '', 'menu'],
  ])('%s, of several places', (_, before, after, place) => {
    show(`<nav id="menu">It froze.</nav><h1>Winter</h1><p id="text">It froze. Ships waited.</p>
      <p id="end">Ships waited. It froze.</p><p>It froze</p>`);
    const [range] = findPassage(document, { text: 'It froze.', near: [before, after] });
    expect(range?.startContainer.parentElement?.id).toBe(place);
  });

  test('behind what is not displayed, and in an open shadow root', () => {
    show('<p>One <span style="display:none">hidden</span>two.</p><div id="host"></div>');
    const root = document.getElementById('host')?.attachShadow({ mode: 'open' });
    root?.append('Three four.');
    expect(found('One two.')).toEqual(['One ', 'two.']);
    expect(found('two. Three')).toEqual(['two.', 'Three']);
  });
});

describe('a passage is shown', () => {
  const one = { text: 'One', near: ['', ''] } as const;

  /** `frames`: what the page itself answers, then all of its frames. */
  function pointerIn(frames: readonly (readonly unknown[] | Error)[]) {
    const left = [...frames];
    const done = vi.fn(async (..._: unknown[]) => undefined);
    const pointer: Pointer = {
      style: (target) => done('style', target),
      leave: (target, wanted) => done('leave', target, wanted),
      async show(target) {
        await done('show', target);
        const told = left.shift() ?? [];
        if (told instanceof Error) throw told;
        return told.map((result) => ({ result }));
      },
    };
    return { pointer, done };
  }

  test.each<[Shown, (readonly unknown[] | Error)[], number]>([
    ['shown', [[true]], 1],
    ['shown', [[false], [false, undefined, true]], 2],
    ['gone', [[false], [false, 'true']], 2],
    ['needs-gesture', [new Error('Cannot access contents of the page.')], 1],
  ])('is told as %s where its frames answer %j', async (outcome, frames, times) => {
    const { pointer, done } = pointerIn(frames);
    expect(await showPassage(7, one, pointer)).toBe(outcome);
    expect(done.mock.calls.filter(([what]) => what === 'show')).toHaveLength(times);
    expect(done).toHaveBeenCalledWith('leave', { tabId: 7, frameIds: [0] }, one);
  });
});
