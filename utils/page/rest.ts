import type { Steps } from '../core/steps';
import { nextSiblingOf, parentOf } from './pristine';

/**
 * Nodes whose text is counted at once. Browsers look for each end of a range from the first of its neighbours on: few long
 * ranges.
 */
const stride = 4096;

/**
 * UTF-16 units of the text in nodes that follow each other, from `first` to before `end`. About: what nobody sees is
 * counted too, because a closer look at each node would take too long.
 */
export function* lengthOfRest(first: Node, end: Node | null): Steps<number> {
  const range = new Range();
  let length = 0;
  let node: Node | null = first;
  // The page may take it out while it has its turn.
  while (node && node !== end && parentOf(node)) {
    const last = lastOf(node, end);
    range.setStartBefore(node);
    range.setEndAfter(last);
    length += range.toString().length;
    node = nextSiblingOf(last);
    yield;
  }
  return length;
}

function lastOf(first: Node, end: Node | null): Node {
  let last = first;
  for (let count = 1; count < stride; count += 1) {
    const next = nextSiblingOf(last);
    if (!next || next === end) break;
    last = next;
  }
  return last;
}
