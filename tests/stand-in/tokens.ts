import { type Block, blocksOf, type CountBody, type DocumentBlock } from './body';
import { imageTokens } from './images';
import type { ModelSpec } from './models';
import { pdfTokens } from './pdfs';

const CHARACTERS_PER_TOKEN = 2.9;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const PER_PROMPT = 7;
const PER_MESSAGE = 3;
/** About what the one recorded request with citations took beyond its text. */
const PER_CITED_DOCUMENT = 600;
const PER_PDF_PAGE = 2250;

/** The stand-in's tokenizer: one token for each CJK character, one for every 2.9 others. */
export function tokensOf(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return Math.ceil((text.length - wide) / CHARACTERS_PER_TOKEN) + wide;
}

/** The longest start of the text that costs at most `limit` tokens. */
export function cutToTokens(text: string, limit: number): string {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (tokensOf(text.slice(0, middle)) <= limit) low = middle;
    else high = middle - 1;
  }
  const cut = text.slice(0, low);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}

function documentTokens(block: DocumentBlock): number {
  const { source } = block;
  const cited = block.citations?.enabled ? PER_CITED_DOCUMENT : 0;
  const labels = cited + tokensOf(`${block.title ?? ''}${block.context ?? ''}`);
  if (source.type === 'text') return labels + tokensOf(source.data);
  if (source.type === 'content') return labels + tokensOf(JSON.stringify(source.content));
  return labels + (source.type === 'base64' ? pdfTokens(source) : PER_PDF_PAGE);
}

function blockTokens(block: Block, sees: ModelSpec['sees']): number {
  switch (block.type) {
    case 'text':
      return tokensOf(block.text);
    case 'image':
      return imageTokens(block.source, sees);
    case 'document':
      return documentTokens(block);
    case 'thinking':
    case 'redacted_thinking':
      return 0;
  }
}

/** A piece of the prompt, in the order in which the cache sees it. */
export interface Segment {
  readonly tokens: number;
  readonly identity: string;
  /** Set where the request asks to cache up to here. */
  readonly cache?: '5m' | '1h';
}

function segment(block: Block, extra: number, sees: ModelSpec['sees']): Segment {
  const { cache_control: cache = null, ...identity } = { cache_control: null, ...block };
  const tokens = blockTokens(block, sees) + extra;
  const ttl = cache === null ? {} : { cache: cache.ttl ?? ('5m' as const) };
  return { tokens, identity: JSON.stringify(identity), ...ttl };
}

function withAutomaticBreakpoint(segments: Segment[], body: CountBody): Segment[] {
  const last = segments.at(-1);
  if (!body.cache_control || !last) return segments;
  return [...segments.slice(0, -1), { ...last, cache: body.cache_control.ttl ?? '5m' }];
}

export function segmentsOf(body: CountBody, { sees }: ModelSpec): readonly Segment[] {
  const tools = JSON.stringify(body.tools ?? []);
  const start = { tokens: PER_PROMPT + (body.tools ? tokensOf(tools) : 0), identity: tools };
  const system = blocksOf(body.system ?? []).map((block) => segment(block, 0, sees));
  const messages = body.messages.flatMap(({ role, content }) =>
    blocksOf(content).map((block, index) => {
      const made = segment(block, index === 0 ? PER_MESSAGE : 0, sees);
      return { ...made, identity: `${role}:${made.identity}` };
    }),
  );
  return withAutomaticBreakpoint([start, ...system, ...messages], body);
}

/** All tokens of the prompt, cached or not: what count_tokens answers. */
export function promptTokens(body: CountBody, model: ModelSpec): number {
  return segmentsOf(body, model).reduce((sum, { tokens }) => sum + tokens, 0);
}
