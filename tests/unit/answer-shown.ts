import { renderInto } from '../../components/answer/markdown.ts';

/** The answer when its text comes in the given pieces, or at once. */
export function rendered(...pieces: readonly string[]): HTMLElement {
  const root = document.createElement('div');
  const rendering = renderInto(root);
  let text = '';
  for (const piece of pieces) {
    text += piece;
    rendering.update(text);
  }
  rendering.update(text, { done: true });
  return root;
}

export function html(...pieces: readonly string[]): string {
  return rendered(...pieces).innerHTML;
}

/** The same without what every block and link has in common. */
export function shown(...pieces: readonly string[]): string {
  return brief(html(...pieces));
}

/** What stands on the screen in mid-stream. */
export function midway(text: string): string {
  const root = document.createElement('div');
  renderInto(root).update(text);
  return brief(root.innerHTML);
}

function brief(full: string): string {
  return full
    .replace(/<div class="part">(.*?)<\/div>(?=<div class="part">|$)/gs, '$1')
    .replaceAll(/<div class="table"[^>]*>/g, '')
    .replaceAll('</table></div>', '</table>')
    .replaceAll(' dir="auto"', '')
    .replaceAll(/ title="[^"]*" target="_blank" rel="[^"]*" referrerpolicy="no-referrer"/g, '');
}
