/** Escape closes what lies over a view, and that alone: left to Chromium, it would close a popup as well. */
export function onEscape(close: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
  };
}
