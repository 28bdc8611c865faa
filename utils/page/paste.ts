/**
 * Gives a text to what has the focus, as pasting does: editors replace what is selected, and remember it for their undo.
 * Runs among the page's own code, whose events Firefox lets nobody else make, so all of it must be in this one function.
 * False: nothing listened.
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
