import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Citation } from '../../utils/core/source/citation.ts';
import './answer.css';
import type { Rendering } from './markdown.ts';
import { renderPlain } from './plain.ts';

export interface AnswerProps {
  readonly text: string;
  readonly streaming: boolean;
  /** What it rests on: marked in the text, where a click asks for it by its number. */
  readonly citations?: readonly Citation[] | undefined;
  readonly onMark?: ((number: number) => void) | undefined;
}

type RenderInto = typeof import('./markdown.ts').renderInto;

let loaded: RenderInto | undefined;

async function load(): Promise<RenderInto> {
  loaded ??= (await import('./markdown.ts')).renderInto;
  return loaded;
}

/** An answer as it arrives: readable at once, and with its marks as soon as the lexer is there. */
export function Answer({ text, streaming, citations, onMark }: AnswerProps) {
  const root = useRef<HTMLDivElement>(null);
  const rendering = useRef<Rendering | undefined>(undefined);
  const render = useMarkdown();
  const [tables] = useState(() => new ResizeObserver(tellStops));

  useLayoutEffect(() => {
    if (!root.current) return;
    if (!render) return renderPlain(root.current, text);
    rendering.current ??= render(root.current);
    rendering.current.update(text, { done: !streaming, citations });
    for (const table of root.current.getElementsByTagName('table')) tables.observe(table);
  }, [text, streaming, citations, render]);
  useMarks(root, onMark);

  return <div ref={root} class="answer" aria-busy={streaming} />;
}

/** A table that is too wide for its box is scrolled there, by keyboard as well: that box alone is a stop. */
function tellStops(tables: readonly ResizeObserverEntry[]): void {
  for (const { target } of tables) {
    const box = target.parentElement;
    if (box && box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box?.removeAttribute('tabindex');
  }
}

/** The marks are elements of the Markdown's, which knows no listeners. */
function useMarks(root: RefObject<HTMLElement | null>, onMark: AnswerProps['onMark']): void {
  useLayoutEffect(() => {
    const clicked = (event: Event) => {
      const mark = (event.target as Element).closest('a.cite');
      if (!mark) return;
      event.preventDefault();
      onMark?.(Number(mark.getAttribute('href')?.replace(/\D/g, '')));
    };
    root.current?.addEventListener('click', clicked);
    return () => root.current?.removeEventListener('click', clicked);
  }, [root, onMark]);
}

function useMarkdown(): RenderInto | undefined {
  const [render, setRender] = useState(() => loaded);
  useLayoutEffect(() => {
    if (render) return;
    let wanted = true;
    // A file of the extension that cannot be read leaves the answer in plain paragraphs, complete.
    load().then(
      (ready) => wanted && setRender(() => ready),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [render]);
  return render;
}
