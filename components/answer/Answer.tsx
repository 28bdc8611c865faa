import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import './answer.css';
import type { Rendering } from './markdown.ts';
import { renderPlain } from './plain.ts';

export interface AnswerProps {
  readonly text: string;
  readonly streaming: boolean;
}

type RenderInto = typeof import('./markdown.ts').renderInto;

let loaded: RenderInto | undefined;

async function load(): Promise<RenderInto> {
  loaded ??= (await import('./markdown.ts')).renderInto;
  return loaded;
}

/** An answer as it arrives: readable at once, and with its marks as soon as the lexer is there. */
export function Answer({ text, streaming }: AnswerProps) {
  const root = useRef<HTMLDivElement>(null);
  const rendering = useRef<Rendering | undefined>(undefined);
  const render = useMarkdown();

  useLayoutEffect(() => {
    if (!root.current) return;
    if (!render) return renderPlain(root.current, text);
    rendering.current ??= render(root.current);
    rendering.current.update(text, { done: !streaming });
  }, [text, streaming, render]);

  return <div ref={root} class="answer" aria-busy={streaming} />;
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
