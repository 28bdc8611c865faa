import { Lexer, type Links, type MarkedToken, Tokenizer, type Tokens } from 'marked';

export type { Links, MarkedToken, Tokens };

/** Quotes and lists that stand in one another at most: of more, the marks are text. No stack is deep enough for any number. */
const DEEPEST = 40;

const BREAK = /^<br *\/?>/i;
const STRONG = /^\*\*(?=\S)([^*\n]*[^*\n\s])\*\*/;
const CJK = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u;
const PUNCTUATION = /\p{P}/u;

class AnswerTokenizer extends Tokenizer {
  #depth = 0;

  override blockquote(src: string): Tokens.Blockquote | undefined {
    return this.#within(() => super.blockquote(src));
  }

  override list(src: string): Tokens.List | undefined {
    return this.#within(() => super.list(src));
  }

  #within<Token>(read: () => Token | undefined): Token | undefined {
    if (this.#depth === DEEPEST) return undefined;
    this.#depth += 1;
    try {
      return read();
    } finally {
      this.#depth -= 1;
    }
  }

  /** No HTML in answers: tags are text, but for the <br> that models put into table cells. */
  override html(): undefined {}

  override tag(src: string): Tokens.Tag | undefined {
    const raw = BREAK.exec(src)?.[0];
    if (raw === undefined) return undefined;
    return { type: 'html', raw, text: raw, inLink: false, inRawBlock: false, block: false };
  }

  /** Without spaces between words CommonMark cannot see where emphasis ends: **重点。**内容 */
  override emStrong(
    src: string,
    masked: string,
    before = '',
  ): Tokens.Em | Tokens.Strong | undefined {
    const [raw, text = ''] = STRONG.exec(src) ?? [];
    if (raw === undefined || !glued(before, text, src.charAt(raw.length))) {
      return super.emStrong(src, masked, before);
    }
    return { type: 'strong', raw, text, tokens: this.lexer.inlineTokens(text) };
  }
}

function glued(before: string, text: string, after: string): boolean {
  if (PUNCTUATION.test(text.slice(-1)) && CJK.test(after)) return true;
  return PUNCTUATION.test(text.charAt(0)) && CJK.test(before);
}

const tokenizer = new AnswerTokenizer();

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
