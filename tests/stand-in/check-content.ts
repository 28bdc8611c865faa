import { type Block, blocksOf, type CountBody } from './body';
import { complaintsAboutImage } from './images';
import { type ModelSpec, mediaAtMost } from './models';
import { complaintsAboutPdf, pagesIn } from './pdfs';

const EMPTY = 'messages: text content blocks must be non-empty';
const BLANK = 'messages: text content blocks must contain non-whitespace text';
const BREAKPOINTS = 4;

type MessageParam = CountBody['messages'][number];

function* inMessage({ role, content }: MessageParam, index: number, version: string) {
  const isLatest = version >= '2026-10-21';
  for (const [at, block] of blocksOf(content).entries()) {
    const where = `messages.${index}.content.${at}`;
    if (block.type === 'text' && block.text === '') yield EMPTY;
    if (block.type === 'text' && !block.text.trim()) yield BLANK;
    if (block.type === 'image') yield* complaintsAboutImage(block.source, where);
    if (block.type === 'document' && block.source.type === 'base64') {
      yield* complaintsAboutPdf(block.source, where);
    }
    if (role === 'system' && block.type !== 'text') yield `${where}: only text blocks are allowed`;
    if (role === 'assistant' && block.type === 'document' && isLatest) {
      yield `${where}: document blocks are not permitted in assistant messages`;
    }
    if (role === 'user' && block.type === 'text' && block.citations?.length && isLatest) {
      yield `${where}.citations: not permitted in user messages`;
    }
  }
}

const blocksIn = ({ messages }: CountBody): readonly Block[] =>
  messages.flatMap(({ content }) => blocksOf(content));

/** How long each mark asks to be cached for, in the order of the prompt. */
function livesOf(body: CountBody): readonly ('5m' | '1h')[] {
  const blocks = [...blocksOf(body.system ?? []), ...blocksIn(body)];
  const marks = blocks.map((block) => ('cache_control' in block ? block.cache_control : null));
  return [...marks, body.cache_control].flatMap((mark) => (mark ? [mark.ttl ?? '5m'] : []));
}

function* aboutMarks(body: CountBody): Generator<string> {
  const lives = livesOf(body);
  if (lives.length > BREAKPOINTS) {
    yield `A maximum of ${BREAKPOINTS} blocks with cache_control may be provided. Found ${lives.length}.`;
  }
  if (lives.includes('5m') && lives.lastIndexOf('1h') > lives.indexOf('5m')) {
    yield "a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block.";
  }
}

/** What all blocks of a request come to. */
function* aboutMedia(body: CountBody, model: ModelSpec): Generator<string> {
  const blocks = blocksIn(body);
  const most = mediaAtMost(model);
  const images = blocks.filter(({ type }) => type === 'image').length;
  if (images > most)
    yield `messages: A maximum of ${most} images may be provided. Found ${images}.`;
  const documents = blocks.filter((block) => block.type === 'document');
  const pages = documents.map(({ source }) => (source.type === 'base64' ? pagesIn(source) : 0));
  if (pages.reduce((a, b) => a + b, 0) > most) {
    yield `messages: A maximum of ${most} PDF pages may be provided.`;
  }
  if (body.output_config?.format && documents.some(({ citations }) => citations?.enabled)) {
    yield 'output_config.format: citations cannot be used with structured outputs';
  }
}

/** What is wrong with the content of a well-shaped body, the first complaint first. */
export function* complaintsAboutContent(
  body: CountBody,
  version: string,
  model: ModelSpec,
): Generator<string> {
  const { messages, system } = body;
  if (messages.length === 0) yield 'messages: at least one message is required';
  if (messages[0]?.role !== 'user') {
    yield 'messages: first message must use the "user" role';
  }
  const empty = messages.findIndex(({ content }) => content.length === 0);
  if (empty >= 0) yield `messages.${empty}: all messages must have non-empty content`;
  if (typeof system === 'object' && system.some(({ text }) => text === '')) {
    yield 'system: text content blocks must be non-empty';
  }
  for (const [i, message] of messages.entries()) yield* inMessage(message, i, version);
  yield* aboutMedia(body, model);
  yield* aboutMarks(body);
}

const SERVER_TOOL = /^(web_search|web_fetch|code_execution)_\d+$/;

/** count_tokens cannot count what it would have to fetch, or to do. */
export function* complaintsAboutCounting(body: CountBody): Generator<string> {
  const tool = body.tools?.find(({ type }) => SERVER_TOOL.test(String(type)));
  if (tool) yield `tools: ${tool.name} cannot be counted`;
  for (const block of blocksIn(body)) {
    if (block.type !== 'document' && block.type !== 'image') continue;
    const { type } = block.source;
    if (type === 'url' || type === 'file') yield `messages: ${type} sources cannot be counted`;
  }
}
