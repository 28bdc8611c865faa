import { type Block, blocksOf, type CountBody } from './body';
import { complaintsAboutImage } from './images';
import { complaintsAboutPdf } from './pdfs';

const EMPTY = 'messages: text content blocks must be non-empty';
const BLANK = 'messages: text content blocks must contain non-whitespace text';
const BREAKPOINTS = 4;

type MessageParam = CountBody['messages'][number];

function* inMessage(
  { role, content }: MessageParam,
  index: number,
  { version, model }: { readonly version: string; readonly model: string },
) {
  const isLatest = version >= '2026-10-21';
  for (const [at, block] of blocksOf(content).entries()) {
    const where = `messages.${index}.content.${at}`;
    if (block.type === 'text' && block.text === '') yield EMPTY;
    if (block.type === 'text' && !block.text.trim()) yield BLANK;
    if (block.type === 'image') yield* complaintsAboutImage(block.source, where);
    if (block.type === 'document' && block.source.type === 'base64') {
      yield* complaintsAboutPdf(block.source, where, model);
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

const countMarks = (blocks: readonly Block[]): number =>
  blocks.filter((block) => 'cache_control' in block && block.cache_control).length;

function breakpoints({ system, messages, cache_control }: CountBody): number {
  const contents = [system ?? '', ...messages.map(({ content }) => content)];
  const marks = contents.map((content) => countMarks(blocksOf(content)));
  return marks.reduce((a, b) => a + b, cache_control ? 1 : 0);
}

/** What is wrong with the content of a well-shaped body, the first complaint first. */
export function* complaintsAboutContent(body: CountBody, version: string): Generator<string> {
  const { messages, system } = body;
  if (messages.length === 0) yield 'messages: at least one message is required';
  if (messages[0]?.role === 'assistant') {
    yield 'messages: first message must use the "user" role';
  }
  const empty = messages.findIndex(({ content }) => content.length === 0);
  if (empty >= 0) yield `messages.${empty}: all messages must have non-empty content`;
  if (typeof system === 'object' && system.some(({ text }) => text === '')) {
    yield 'system: text content blocks must be non-empty';
  }
  for (const [i, message] of messages.entries()) {
    yield* inMessage(message, i, { version, model: body.model });
  }
  const marks = breakpoints(body);
  if (marks > BREAKPOINTS) {
    yield `A maximum of ${BREAKPOINTS} blocks with cache_control may be provided. Found ${marks}.`;
  }
}

/** count_tokens cannot count what it would have to fetch. */
export function* complaintsAboutCounting({ messages }: CountBody): Generator<string> {
  for (const block of messages.flatMap(({ content }) => blocksOf(content))) {
    if (block.type !== 'document' && block.type !== 'image') continue;
    const { type } = block.source;
    if (type === 'url' || type === 'file') yield `messages: ${type} sources cannot be counted`;
  }
}
