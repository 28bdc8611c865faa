import { sentencesOf } from './answer';
import { blocksOf, type CountBody } from './body';

/** Where in a document of plain text a piece of the answer comes from. Indexes are in code points. */
interface CharLocation {
  readonly type: 'char_location';
  readonly cited_text: string;
  readonly document_index: number;
  readonly document_title: string | null;
  readonly start_char_index: number;
  readonly end_char_index: number;
}

/** A piece of an answer: a block of text of its own. `citations` is absent where none were asked for. */
export interface Piece {
  readonly text: string;
  readonly citations?: readonly CharLocation[];
}

/** Fewer would be found anywhere. */
const fewestWords = 3;
const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const length = (text: string) => [...text].length;

/** Places of the sentences of a text with the white space after each, as the service cuts it. */
function sentencesIn(text: string): readonly { from: number; to: number }[] {
  let from = 0;
  return sentencesOf(text).map((sentence) => {
    const escaped = sentence.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const pattern = new RegExp(`${escaped.join('\\s+')}\\s*`, 'g');
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    const start = match?.index ?? from;
    from = start + (match?.[0].length ?? 0);
    return { from: start, to: from };
  });
}

function locationsIn(body: CountBody): readonly CharLocation[] {
  const documents = body.messages
    .flatMap(({ content }) => blocksOf(content))
    .filter((block) => block.type === 'document');
  return documents.flatMap(({ source, title, citations }, document_index) => {
    if (source.type !== 'text' || !citations?.enabled) return [];
    const { data } = source;
    return sentencesIn(data).map(({ from, to }) => ({
      type: 'char_location' as const,
      cited_text: data.slice(from, to),
      document_index,
      document_title: title ?? null,
      start_char_index: length(data.slice(0, from)),
      end_char_index: length(data.slice(0, to)),
    }));
  });
}

/** The answer in blocks: a line that begins as a sentence of a document does is one that cites it. */
export function piecesCited(body: CountBody, answer: string): readonly Piece[] {
  const asked = body.messages
    .flatMap(({ content }) => blocksOf(content))
    .some((block) => block.type === 'document' && block.citations?.enabled);
  if (!asked) return answer === '' ? [] : [{ text: answer }];
  const locations = locationsIn(body).map((location) => ({
    location,
    words: words(location.cited_text),
  }));
  const pieces: { text: string; citations: CharLocation[] }[] = [];
  for (const line of answer.split(/(?<=\n)/)) {
    const said = words(line);
    const found =
      said.length < fewestWords
        ? undefined
        : locations.find(({ words }) => said.every((word, at) => words[at] === word));
    const last = pieces.at(-1);
    if (found) {
      const text = line.trimEnd();
      pieces.push({ text, citations: [found.location] });
      if (text !== line) pieces.push({ text: line.slice(text.length), citations: [] });
    } else if (last?.citations.length === 0) last.text += line;
    else pieces.push({ text: line, citations: [] });
  }
  return pieces;
}
