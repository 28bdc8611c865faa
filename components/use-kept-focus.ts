import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * After each change of `state`: where the focus fell to the body, because what had it is gone, it goes to `home`. `atFirst`:
 * as well when it is shown, in the place of what may have had the focus.
 */
export function useKeptFocus(
  home: RefObject<HTMLElement | null>,
  state: string,
  { atFirst = false } = {},
): void {
  const before = useRef(atFirst ? null : state);
  useLayoutEffect(() => {
    if (before.current === state) return;
    before.current = state;
    const { activeElement, body } = document;
    if (!activeElement || activeElement === body) home.current?.focus({ preventScroll: true });
  }, [home, state]);
}
