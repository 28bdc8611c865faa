import { normalise } from '../../utils/core/source/normalise';
import { atOnce } from '../../utils/core/steps';
import { captureSelection } from '../../utils/page/capture-document';

export function show(html: string): void {
  document.body.innerHTML = html;
}

export function selectAll(): void {
  document.getSelection()?.selectAllChildren(document.body);
}

/** From one text to another: the first texts of the elements `#a` and `#b`. */
export function select(from: number, to: number): void {
  const [a, b] = ['a', 'b'].map((id) => document.getElementById(id)?.firstChild);
  if (!a || !b) throw new Error('No #a or #b with a text');
  const range = document.createRange();
  range.setStart(a, from);
  range.setEnd(b, to);
  document.getSelection()?.addRange(range);
}

export function captured(): string {
  const result = atOnce(captureSelection(document));
  return result.kind === 'nothing' ? 'nothing' : `${result.kind}: ${normalise(result.text).text}`;
}

export function reset(): void {
  document.getSelection()?.removeAllRanges();
  document.documentElement.removeAttribute('lang');
  document.title = '';
  show('');
}
