import type { Stream } from './settle.ts';

/** A word at the end, which cannot be the beginning of anything but a word. */
const WORD = /(\p{L}{2,}) ?$/u;

const WORDS = /^[\p{L}\p{M}\p{N} ,.'’，。、-]+$/u;

/** Most of what arrives are words: they go on in the last text on the screen, without the lexer. */
export function appendWords(stream: Stream, text: string): Stream | undefined {
  const from = stream.text.length;
  const more = text.slice(from);
  if (!stream.end || !WORDS.test(more) || more.includes('www')) return undefined;
  const [, word = ''] = WORD.exec(stream.text.slice(-40)) ?? [];
  if (word === '' || word === 'www' || !stream.end.data.endsWith(word)) return undefined;
  const words = more.trimEnd();
  if (words === '') return stream;
  stream.end.appendData((stream.text.endsWith(' ') ? ' ' : '') + words);
  return { ...stream, text: text.slice(0, from + words.length) };
}

/** Where the text on the screen ends. */
export function lastText(node: Node | undefined): Text | undefined {
  let last: Node | null | undefined = node;
  while (last?.lastChild) last = last.lastChild;
  return last instanceof Text ? last : undefined;
}
