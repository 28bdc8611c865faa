/*
 * What runs among the page's own code: Firefox lets nobody else make events that the page can read. Each function is
 * sent there by itself, so all of it must be in it.
 */

/**
 * Gives a text to what has the focus, as pasting does: editors replace what is selected, and know how to undo it. False:
 * nothing listened.
 */
export function pasteInPage(text: string): boolean {
  try {
    let target = document.activeElement;
    for (;;) {
      const inner =
        target?.shadowRoot?.activeElement ??
        (target instanceof HTMLIFrameElement ? target.contentDocument?.activeElement : null);
      if (!inner) break;
      target = inner;
    }
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const how = { clipboardData, bubbles: true, cancelable: true, composed: true };
    const event = new ClipboardEvent('paste', how);
    // Firefox makes the event without it.
    if (event.clipboardData?.getData('text/plain') !== text) {
      Object.defineProperty(event, 'clipboardData', { value: clipboardData });
    }
    return target?.dispatchEvent(event) === false;
  } catch {
    return false;
  }
}

/**
 * Lets the page believe for a second that it has the focus, which our own view has: else CodeMirror follows no selection,
 * and puts its own back.
 */
export function pretendFocus(): void {
  try {
    if (document.hasFocus() || Object.hasOwn(document, 'hasFocus')) return;
    Object.defineProperty(document, 'hasFocus', { value: () => true, configurable: true });
    setTimeout(() => Reflect.deleteProperty(document, 'hasFocus'), 1000);
  } catch {
    // A page that has locked its document does without.
  }
}
