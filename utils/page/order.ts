/** In the place of the selected text, or after it. */
export const puts = ['replace', 'insert'] as const;
export type Put = (typeof puts)[number];

/** What stands before and after a place, a little of it, without white space. */
export type Around = readonly [before: string, after: string];

/** One step of writing a text into a page; the page's own code works between them. */
export interface Order {
  /**
   * `find`: selects the place, and writes where nothing listens; `type`: writes as if typed; `check`: looks whether it is
   * there.
   */
  readonly step: 'find' | 'type' | 'check';
  /** What stood there when it was captured, as a source holds it. */
  readonly expected: string;
  readonly text: string;
  readonly how: Put;
  readonly around: Around;
  /** By which the page knows again what it was captured in; absent: nothing was remembered. */
  readonly mark?: number | undefined;
}

export type Answer =
  /** The place is selected; `text`: as it must be given to what stands there. */
  | { readonly kind: 'selected'; readonly text: string; readonly around: Around }
  | { readonly kind: 'written' }
  /** What was captured does not stand there any more. */
  | { readonly kind: 'changed' }
  /** It stands there more than once. */
  | { readonly kind: 'unclear' }
  /** The field takes no text of that length: nothing was written. */
  | { readonly kind: 'too-long' }
  /** It was given to the page, and is not there as it should be. */
  | { readonly kind: 'ignored' };

declare global {
  /** Left by the background in a world of ours that no page sees: a file takes no arguments. */
  var glossOrder: Order | undefined;
}

/** Leaves an order for the script that is run next. It is itself run in the page, so all of it must be in this function. */
export function leaveOrder(order: Order): void {
  globalThis.glossOrder = order;
}

/** The order that was left; it is for one time. */
export function takeOrder(): Order | undefined {
  const order = globalThis.glossOrder;
  globalThis.glossOrder = undefined;
  return order;
}
