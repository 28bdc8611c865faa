import { firstChildOf, isElement, isText, nextSiblingOf } from './pristine';

const names = /^(?:a|abbr|b|big|em|font|i|small|span|strong)$/;
const initial = /^\s*["'“‘„«¿¡]?\p{L}{1,2}['’]?\s*$/u;
/** The rest of a word or sentence; not a word of its own beside a label. */
const rest = /^(?!\p{Lu}\p{Ll})(?:['’]?\p{L}|\s+["'“‘„«]?\p{L})/u;

/** Whether an element is a letter that is set large, around which the text flows: browsers call it a block. */
export function isDropCap(element: Element, name: string, style: CSSStyleDeclaration): boolean {
  if (!names.test(name) || !/^(?:left|inline-start)$/.test(style.getPropertyValue('float')))
    return false;
  return initial.test(firstTextOf(element)) && rest.test(firstTextOf(nextSiblingOf(element)));
}

/** The start of the text that a node begins with; empty where it is not near. */
function firstTextOf(node: Node | null): string {
  let first = node;
  for (let depth = 0; depth < 4 && first && isElement(first); depth += 1)
    first = firstChildOf(first);
  return first && isText(first) ? first.data.slice(0, 9) : '';
}
