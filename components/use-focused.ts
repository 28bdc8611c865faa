import { useEffect, useRef } from 'preact/hooks';

/** What takes the place of what was clicked gets the focus. */
export function useFocused<E extends HTMLElement>() {
  const home = useRef<E>(null);
  useEffect(() => home.current?.focus(), []);
  return home;
}
