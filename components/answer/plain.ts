import { patch } from './patch.ts';
import { element } from './view.ts';
import { visible } from './visible.ts';

/** The text in paragraphs, its marks as they were written. */
export function renderPlain(root: HTMLElement, text: string): void {
  const paragraphs = text.split(/\n{2,}/).filter((part) => part.trim() !== '');
  const views = paragraphs.map((part) =>
    element('p', () => visible(part), { dir: 'auto', class: 'plain' }, part),
  );
  patch(root, views);
}
