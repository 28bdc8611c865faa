import '../../../components/answer/answer.css';
import { renderInto } from '../../../components/answer/markdown.ts';

interface Rendering {
  readonly update: (text: string) => void;
}

/** The least a growing text costs: a paragraph for every block or line, its text node appended to. */
function renderLimit(root: HTMLElement, text: string): Rendering {
  const end = text.includes('\n\n') ? '\n\n' : '\n';
  let from = 0;
  let last = root.appendChild(document.createElement('p'));
  return {
    update(text) {
      for (const [at, part] of text.slice(from).split(end).entries()) {
        if (at > 0) last = root.appendChild(document.createElement('p'));
        if (last.firstChild instanceof Text) last.firstChild.appendData(part);
        else last.append(part);
      }
      from = text.length;
    },
  };
}

const RENDERERS: Readonly<Record<string, (root: HTMLElement, text: string) => Rendering>> = {
  limit: renderLimit,
  answer: renderInto,
};

/** A whole stream, laid out after every step, in a popup's width. */
function measure(name: string, text: string, step: number): void {
  const root = document.createElement('div');
  root.className = 'answer';
  document.body.replaceChildren(root);
  const rendering = RENDERERS[name]?.(root, text);
  for (let end = step; end < text.length + step; end += step) {
    rendering?.update(text.slice(0, end));
    root.getBoundingClientRect();
  }
}

Object.assign(globalThis, { measure });
