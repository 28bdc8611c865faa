/** Fields of a sender that the browser fills in: https://developer.chrome.com/docs/extensions/reference/api/runtime#type-MessageSender */
export interface Sender {
  readonly id?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: unknown;
}

/** Whether a message comes from a page of ours, and not from one that a site has framed. */
export function isOurView(sender: Sender, ourId: string, ourOrigin: string): boolean {
  if (sender.id !== ourId || sender.origin !== ourOrigin) return false;
  return sender.tab === undefined || sender.frameId === 0;
}
