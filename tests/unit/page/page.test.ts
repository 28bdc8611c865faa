// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { atOnce } from '../../../utils/core/steps';
import { captureSelection } from '../../../utils/page/capture-document';
import { captured, reset, show } from '../page-support';

afterEach(reset);

describe('a focused field', () => {
  function selectIn(field: string, html = field): void {
    show(`${html}<p>the page</p>`);
    const input = document.querySelector<HTMLInputElement>('input, textarea');
    input?.focus();
    input?.setSelectionRange(1, 4);
  }

  test.each([
    ['<input value="hello">', 'selection: ell'],
    ['<textarea>a\nbcd</textarea>', 'selection: \nbc'],
    ['<input type="password" value="hunter2">', 'nothing'],
    ['<input autocomplete="current-password" value="hunter2">', 'nothing'],
    ['<input autocomplete="one-time-code" value="123456">', 'nothing'],
    ['<input autocomplete="billing cc-number" value="123456">', 'nothing'],
    ['<input autocomplete="CC-Number" value="123456">', 'nothing'],
  ])('%s gives %j', (field, expected) => {
    selectIn(field);
    expect(captured()).toBe(expected.replace(': \n', ': '));
  });

  test.each(['password', 'text'])(
    'of type %s that is secret says that there is a secret',
    (type) => {
      selectIn(`<input type="${type}" autocomplete="cc-number" value="4111">`);
      expect(atOnce(captureSelection(document))).toMatchObject({ kind: 'nothing', secret: true });
    },
  );

  test('without a selection leaves it to the document', () => {
    selectIn('<input value="hello">');
    document.querySelector('input')?.setSelectionRange(2, 2);
    expect(captured()).toBe('nothing');
  });

  test('is found in a shadow root', () => {
    show('<div></div>');
    const root = document.querySelector('div')?.attachShadow({ mode: 'open' });
    const input = document.createElement('input');
    input.value = 'hello';
    root?.append(input);
    input.focus();
    input.setSelectionRange(0, 4);
    expect(captured()).toBe('selection: hell');
  });
});

test('a page without a selection says nothing, and is left as it was', () => {
  show('<p>a</p>');
  const before = document.documentElement.outerHTML;
  expect(atOnce(captureSelection(document))).toMatchObject({ kind: 'nothing' });
  expect(document.documentElement.outerHTML).toBe(before);
});
