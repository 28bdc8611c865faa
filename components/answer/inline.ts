import { decodeEntities } from './entities.ts';
import { type Links, lexInline, type MarkedToken } from './lexer.ts';
import { image, link } from './link.ts';
import { element, type View } from './view.ts';
import { visible } from './visible.ts';

export function inline(src: string, links: Links): readonly View[] {
  return views(lexInline(src, links));
}

function views(tokens: readonly MarkedToken[]): readonly View[] {
  return tokens.flatMap(view);
}

function view(token: MarkedToken): readonly View[] {
  switch (token.type) {
    case 'strong':
    case 'em':
    case 'del':
      return [element(token.type, () => views(token.tokens as MarkedToken[]))];
    case 'codespan':
      return [element('code', () => visible(token.text))];
    case 'br':
    // Of all tags, the lexer takes <br> alone.
    case 'html':
      return [element('br', () => [])];
    case 'link':
      return link(
        token.href,
        label(token.tokens as MarkedToken[], token.autolink),
        !!token.autolink,
      );
    case 'image':
      return image(token.href, token.text);
    case 'escape':
      return visible(token.text);
    default:
      // The raw text, because the lexer's own has some references resolved and others not.
      return visible(decodeEntities(token.raw));
  }
}

/** What the lexer made of an address written out is the address itself, with no references in it. */
function label(tokens: readonly MarkedToken[], autolink = false): readonly View[] {
  return autolink ? tokens.flatMap((token) => visible(token.raw)) : views(tokens);
}
