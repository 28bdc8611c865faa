import type { FirstMessage, PageBlock, Request, TextBlock } from './prompt';

/** The request with the bytes (base64) of its image or PDF in it; they are not needed to know what it takes. */
export function withData(request: Request, data: string): Request {
  return withPage(request, (page) => filled(page, data));
}

/** The request with its document, image or quoted text changed. */
export function withPage(request: Request, change: (page: PageBlock) => PageBlock): Request {
  const [user, ...later] = request.messages;
  const content = contentWith(user.content, { change });
  return { ...request, messages: [{ ...user, content }, ...later] };
}

/** How much a request's image or PDF makes of it: base64. */
export function dataLength({ messages: [{ content }] }: Request): number {
  const [page] = content;
  return page.type === 'text' ? 0 : page.source.data.length;
}

function filled(page: PageBlock, data: string): PageBlock {
  if (page.type === 'image') return { ...page, source: { ...page.source, data } };
  if (page.type === 'text' || page.source.type === 'text') return page;
  return { ...page, source: { ...page.source, data } };
}

/** Whether the answer to a request is to tell what it rests on. */
export function isCited({ messages: [{ content }] }: Request): boolean {
  return content[0].type === 'document' && content[0].citations !== undefined;
}

/** All that is billed as input of a request: what an estimate looks at. The text of the page is one part, just as it is. */
export function promptParts(request: Request): readonly string[] {
  return [request.system, ...partsOf(request.messages[0].content[0]), textAfterPage(request)];
}

/** The part of it that comes after the page: selection, instruction, answers, follow-ups. */
export function textAfterPage({ messages: [first, ...later] }: Request): string {
  const [, ...after] = first.content;
  return [...after.flatMap(partsOf), ...later.map(({ content }) => content)].join('\n');
}

/** What the model is told to do. */
export function instructionOf({ messages: [{ content }] }: Request): string {
  return (content.length === 3 ? content[2] : content[1]).text;
}

/** The content of a first message with its page, or its instruction, changed. */
export function contentWith(
  content: FirstMessage['content'],
  {
    change = (page) => page,
    instruction,
  }: { readonly change?: (page: PageBlock) => PageBlock; readonly instruction?: string },
): FirstMessage['content'] {
  const told = (block: TextBlock) =>
    instruction === undefined ? block : { ...block, text: instruction };
  return content.length === 3
    ? [change(content[0]), content[1], told(content[2])]
    : [change(content[0]), told(content[1])];
}

/** Of what is no text, nothing. */
function partsOf(page: PageBlock): readonly string[] {
  if (page.type === 'text') return [page.text];
  if (page.type === 'image') return [];
  return [page.title ?? '', page.source.type === 'text' ? page.source.data : ''];
}
