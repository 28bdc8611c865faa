import { Lexer, type Links, type MarkedToken, Tokenizer, type Tokens } from 'marked';

export type { Links, MarkedToken, Tokens };

const BREAK = /^<br *\/?>/i;

/** No HTML in answers: tags stay text, but for the <br> that models put into table cells. */
const tokenizer = Object.assign(new Tokenizer(), {
  html: () => undefined,
  tag: (src: string): Tokens.Tag | undefined => {
    const raw = BREAK.exec(src)?.[0];
    if (raw === undefined) return undefined;
    return { type: 'html', raw, text: raw, inLink: false, inRawBlock: false, block: false };
  },
});

function lexer(links: Links): Lexer {
  const made = new Lexer({ gfm: true, tokenizer });
  Object.assign(made.tokens.links, links);
  return made;
}

export interface Blocks {
  readonly tokens: readonly MarkedToken[];
  /** The link definitions known before, and those found in the text. */
  readonly links: Links;
}

/** The blocks of a text; their inline marks are left for `lexInline`, when a block is shown. */
export function lexBlocks(src: string, links: Links): Blocks {
  const made = lexer(links);
  const tokens = made.blockTokens(src, made.tokens) as MarkedToken[];
  return { tokens, links: made.tokens.links };
}

export function lexInline(src: string, links: Links): readonly MarkedToken[] {
  return lexer(links).inlineTokens(src) as MarkedToken[];
}
