import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** After each change of `state`: where the focus fell to the body, because what had it is gone, it goes to `home`. */
export function useKeptFocus(home: RefObject<HTMLElement | null>, state: string): void {
  useLayoutEffect(() => {
    const { activeElement, body } = document;
    if (!activeElement || activeElement === body) home.current?.focus({ preventScroll: true });
  }, [home, state]);
}
