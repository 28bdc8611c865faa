export const TAGS = [
  ...['p', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'hr', 'br'],
  ...['strong', 'em', 'del', 'a', 'span', 'div'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
] as const;

export const ATTRIBUTES = [
  ...['dir', 'class', 'start', 'align', 'data-language'],
  ...['tabindex', 'role', 'aria-label'],
  ...['href', 'title', 'target', 'rel', 'referrerpolicy'],
] as const;

export type Tag = (typeof TAGS)[number];
export type Attributes = Readonly<Partial<Record<(typeof ATTRIBUTES)[number], string>>>;

/** What shall be on the screen: a text, one of the allowed elements, or a node that stays as it is. */
export type View = string | ElementView | ChildNode;

export interface ElementView {
  readonly tag: Tag;
  readonly attributes: Attributes;
  readonly children: () => readonly View[];
  /** Two views with the same key look the same, so nothing below them is looked at again. */
  readonly key: string | undefined;
}

const NONE: Attributes = {};

export function element(
  tag: Tag,
  children: () => readonly View[],
  attributes: Attributes = NONE,
  key?: string,
): ElementView {
  return { tag, attributes, children, key };
}
