import type { Problem } from '../core/problem';
import { addressLimit, type Captured } from '../page/captured';

interface Unread {
  readonly kind: 'problem';
  readonly problem: Problem;
}

type Failed =
  | 'page-forbids'
  | 'page-silent'
  | 'needs-gesture'
  | 'nothing-selected'
  | 'frame-unreadable';

/** Why nothing was read. */
export function unread(kind: Failed, more: { readonly needed?: true } = {}): Unread {
  return { kind: 'problem', problem: { kind, ...more } };
}

/** A page without a text. Where all that it shows is in one frame, that can be opened by itself. */
export function noText({ frame, address }: Captured): Unread {
  const isWhole = frame !== null && frame.length < addressLimit;
  if (!isWhole || frame === address || !/^https?:\/\/./.test(frame))
    return unread('nothing-selected');
  return { kind: 'problem', problem: { kind: 'only-a-frame', address: frame } };
}
