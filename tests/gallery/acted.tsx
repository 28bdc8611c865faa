import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export type Act = (root: ParentNode) => void;

interface Props {
  readonly acts: readonly Act[];
  readonly children: ComponentChildren;
}

/** A view after what a user did to it; each act sees what the one before has changed. */
export function Acted({ acts, children }: Props) {
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const play = async () => {
      for (const act of acts) {
        if (root.current) act(root.current);
        await drawn();
      }
    };
    void play();
  }, [acts]);
  return (
    <div ref={root} class="acted">
      {children}
    </div>
  );
}

/** Preact draws in a microtask, and what it draws may draw again. */
async function drawn(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await null;
}

export function click(selector: string): Act {
  return (root) => root.querySelector<HTMLElement>(selector)?.click();
}

export function type(selector: string, text: string, event = 'input'): Act {
  return (root) => {
    const field = root.querySelector<HTMLInputElement | HTMLSelectElement>(selector);
    if (!field) return;
    field.value = text;
    field.dispatchEvent(new Event(event, { bubbles: true }));
  };
}

/** The focus goes elsewhere. */
export function leave(selector: string): Act {
  return (root) => root.querySelector(selector)?.dispatchEvent(new FocusEvent('blur'));
}

export function reveal(selector: string): Act {
  return (root) => root.querySelector(selector)?.scrollIntoView({ behavior: 'instant' });
}

export function press(selector: string, key: string): Act {
  return (root) =>
    root
      .querySelector(selector)
      ?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}
