// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { formsOf } from '../../../components/answer/forms.ts';
import { ATTRIBUTES, TAGS } from '../../../components/answer/view.ts';
import { FORMS, hostileOutputs, SCHEMES } from '../../hostile/outputs';
import { rendered } from '../answer-shown.ts';

function check(text: string): HTMLElement {
  const root = rendered(text);
  for (const node of root.querySelectorAll('*')) {
    expect(TAGS).toContain(node.localName);
    for (const name of node.getAttributeNames()) expect(ATTRIBUTES).toContain(name);
  }
  return root;
}

test.each(SCHEMES)('nothing can be followed to %j', (address) => {
  for (const form of FORMS) {
    for (const link of check(form(address)).querySelectorAll('a')) {
      expect(link.getAttribute('href')).toMatch(/^(?:https?:\/\/e\.org\/|mailto:)/);
    }
  }
});

test.each(hostileOutputs)('%j makes only elements of ours', (snippet) => {
  for (const link of check(snippet).querySelectorAll('a')) {
    expect(link.getAttribute('href')).toMatch(/^(?:https?:\/\/|mailto:)/);
  }
});

test.each(['>', '> ', '- ', '1. ', '> - '])(
  '20,000 of %j in one another are shown to the last word, and can be copied',
  (mark) => {
    const text = `before\n\n${mark.repeat(20_000)}deep\n\nafter`;
    expect(check(text).textContent).toMatch(/^before[\s\S]*deep[\s\S]*after$/);
    expect(formsOf(text).plain).toMatch(/^before[\s\S]*deep[\s\S]*after$/);
  },
);

test('there are at least 400 hostile answers, and none of them swallows what follows', () => {
  expect(hostileOutputs.length).toBeGreaterThanOrEqual(400);
  for (const output of hostileOutputs) {
    const paragraphs = [...rendered(`${output}\n\nafter`).querySelectorAll('p')];
    expect(paragraphs.at(-1)?.textContent, output).toBe('after');
  }
});
