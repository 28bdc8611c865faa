import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** After a change of `state`, but not at first: where what had the focus is gone, it goes to `home`. */
export function useFocusAtHome(home: RefObject<HTMLElement | null>, state: string): void {
  const before = useRef(state);
  useLayoutEffect(() => {
    if (before.current === state) return;
    before.current = state;
    const { activeElement, body } = document;
    if (!activeElement || activeElement === body) home.current?.focus({ preventScroll: true });
  }, [home, state]);
}
