/** A block element, in document order; parents come before their children. */
export interface Box {
  /** Its place among the boxes; −1 for the outermost. */
  readonly parent: number;
  readonly tag: string;
  /** What its names, its role and the element itself hint at: bits of `hints.ts`. */
  readonly hints: number;
  /** The same for boxes of one template: from the tags and classes on the way to it. */
  readonly path: number;
  /** The same for siblings that look alike. */
  readonly look: number;
  /** The blocks within: from `start` to before `end`. */
  readonly start: number;
  end: number;
}

/** Text without a block border in it. */
export interface Block {
  readonly box: number;
  readonly text: string;
  /** UTF-16 units of it in links. */
  readonly linked: number;
  /** What the names of inline elements hint at. */
  readonly hints: number;
}

/** What a reader sees of a page, without its DOM. */
export interface Seen {
  readonly boxes: readonly Box[];
  readonly blocks: readonly Block[];
  readonly title: string;
  /** What the page says that it is: `article`, `product`, … as its metadata name it. */
  readonly kinds: readonly string[];
}
