import { type Block, blocksOf, type CountBody, type DocumentBlock } from './body';
import { filler } from './filler';

const VERBATIM = /^[ \t]*::answer::[ \t]*\r?\n([\s\S]*)$/m;
const LENGTH = /^[ \t]*::length:(\d+)::[ \t]*$/m;
const QUOTED = /"(?:[^"\\]|\\.)*"/gs;
const LANGUAGES =
  /\b(Arabic|Chinese|Czech|Danish|Dutch|English|Finnish|French|German|Greek|Hebrew|Hindi|Italian|Japanese|Korean|Norwegian|Persian|Polish|Portuguese|Romanian|Russian|Spanish|Swedish|Turkish|Ukrainian|Vietnamese)\b/i;
const KINDS = [
  ['Translation', /\btranslat/i],
  ['Summary', /\bsummar/i],
  ['Explanation', /\bexplain|\bexplanation/i],
  ['Rewrite', /\brewrite|\bimprove|\bproofread|\bgrammar/i],
] as const;
type Kind = (typeof KINDS)[number][0] | 'Answer';

/** What the prompt says, taken apart: what to read, and what to do with it. */
interface Reading {
  readonly title: string;
  readonly source: string;
  readonly instructions: string;
  readonly system: string;
  /** 1 for the first question, 2 for the first follow-up. */
  readonly turn: number;
}

const textOf = (blocks: readonly Block[]): string =>
  blocks.map((block) => (block.type === 'text' ? block.text : '')).join('\n');

function textOfDocument({ source }: DocumentBlock): string {
  if (source.type === 'text') return source.data;
  if (source.type !== 'content') return `A document by ${source.type}.`;
  return typeof source.content === 'string' ? source.content : textOf(source.content);
}

/** The longest JSON string in the text, decoded: how a source travels without a document block. */
function quotedIn(text: string): string | undefined {
  const longest = (text.match(QUOTED) ?? []).reduce((a, b) => (b.length > a.length ? b : a), '');
  if (longest.length < 40) return undefined;
  try {
    return String(JSON.parse(longest));
  } catch {
    return undefined;
  }
}

function read(body: CountBody): Reading {
  const asked = body.messages.filter(({ role }) => role === 'user');
  const documents = asked
    .flatMap(({ content }) => blocksOf(content))
    .filter((block) => block.type === 'document');
  const everything = asked.map(({ content }) => textOf(blocksOf(content))).join('\n');
  const last = textOf(blocksOf(asked.at(-1)?.content ?? ''));
  const quoted = quotedIn(everything);
  const source = documents.map(textOfDocument).join('\n\n') || (quoted ?? everything);
  return {
    source,
    title: documents.find(({ title }) => title)?.title ?? firstWords(source, 5),
    instructions: quoted ? last.replace(QUOTED, '') : last,
    system: textOf(blocksOf(body.system ?? '')),
    turn: asked.length,
  };
}

export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?。！？])\s*|\n+/u)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '');
}

const wordsOf = (text: string): readonly string[] => text.trim().split(/\s+/).filter(Boolean);

function firstWords(text: string, count: number): string {
  const words = wordsOf(text);
  return words.slice(0, count).join(' ') + (words.length > count ? ' …' : '');
}

/** The kind that is named first: what follows may say what not to do. */
function earliestKind(text: string): Kind | undefined {
  const named = KINDS.map(([kind, words]) => ({ kind, at: text.search(words) }));
  return named.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at)[0]?.kind;
}

function kindOf({ instructions, system }: Reading): Kind {
  return earliestKind(instructions) ?? earliestKind(system) ?? 'Answer';
}

function languageOf({ instructions, system }: Reading): string | undefined {
  return (LANGUAGES.exec(instructions) ?? LANGUAGES.exec(system))?.[1];
}

function contentOf(kind: Kind, language: string | undefined, source: string): string {
  const sentences = sentencesOf(source);
  switch (kind) {
    case 'Translation':
      return sentences.map((sentence) => `[${language ?? '?'}] ${sentence}`).join('\n\n');
    case 'Explanation':
      return sentences
        .slice(0, 3)
        .map((sentence) => `**${firstWords(sentence, 3)}** means: ${sentence}`)
        .join('\n\n');
    case 'Rewrite':
      return sentences.join(' ');
    case 'Summary':
    case 'Answer':
      return sentences
        .slice(0, 7)
        .map((sentence) => `- ${firstWords(sentence, 8)}`)
        .join('\n');
  }
}

/** A trick in the newest question, or (in the first turn) in the source. */
function scripted({ source, instructions, turn }: Reading): string | undefined {
  const text = turn === 1 ? `${source}\n${instructions}` : instructions;
  const verbatim = VERBATIM.exec(turn === 1 ? source : instructions)?.[1];
  if (verbatim !== undefined) return verbatim;
  const length = LENGTH.exec(text)?.[1];
  return length === undefined ? undefined : filler(Number(length));
}

/**
 * What the stand-in says: Markdown computed from what it was sent, the same for the same words.
 * A line `::answer::` in the source makes it say whatever follows; `::length:N::` about N characters.
 */
export function answerTo(body: CountBody): string {
  const reading = read(body);
  const trick = scripted(reading);
  if (trick !== undefined) return trick;
  const kind = kindOf(reading);
  const language = languageOf(reading);
  const turn = reading.turn > 1 ? ` · follow-up ${reading.turn - 1}` : '';
  const facts = [
    `**Words:** ${wordsOf(reading.source).length}`,
    `**Language:** ${language ?? 'as the source'}`,
    `**Asked:** ${firstWords(reading.instructions, 12)}`,
  ];
  return [
    `## ${kind}${turn}: ${reading.title}`,
    contentOf(kind, language, reading.source),
    facts.join(' · '),
  ].join('\n\n');
}
