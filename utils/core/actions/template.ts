import type { Source } from '../source/source';

/**
 * What a prompt may name in double braces. `text`: whatever was captured; `selection`, `page`: the same, and that
 * nothing else will do; together: the selection, and the page that it stands in. Beside them `ask:` and a question that the
 * user answers before anything is sent.
 */
export const variables = [
  'text',
  'selection',
  'page',
  'title',
  'url',
  'site',
  'language',
  'date',
] as const;
export type Variable = (typeof variables)[number];

/** A piece of a template, between UTF-16 offsets: `from` is its first unit, `to` the one after its last. */
export type Piece = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'words' }
  | { readonly kind: 'variable'; readonly name: Variable }
  | { readonly kind: 'ask'; readonly question: string }
  | { readonly kind: 'unknown'; readonly name: string }
);

/** What variables stand for that neither the page nor the settings say. */
export interface Given {
  /** As `2026-11-26`. */
  readonly date: string;
  /** To `questionsIn`, in their order; what is missing is empty. */
  readonly answers: readonly string[];
  /** Whether the user lets the address of the page leave. */
  readonly address: boolean;
}

/** What variables stand for. */
export interface Filling extends Given {
  readonly source: Pick<Source, 'title' | 'address' | 'around'>;
  /** English name of the answer's language. */
  readonly language: string;
}

/** In the place of an address that may not leave. */
const withheld = '"(withheld)"';

/** A name in double braces; a question may have single ones in it. */
const braced = /\{\{(\s*ask\s*:(?:[^{}]|\{[^{}]*\})*|[^{}]*)\}\}/gi;

/** UTF-16 units of a title and of an address that are put into a prompt at most. */
const quotedLimits = { title: 200, address: 2000 };

/** The pieces of a template, in order and without a gap. Total: what is no variable is words, or named as unknown. */
export function piecesOf(template: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { index, 0: all, 1: inside = '' } of template.matchAll(braced)) {
    if (index > end) pieces.push({ kind: 'words', from: end, to: index });
    end = index + all.length;
    pieces.push({ ...named(inside.trim()), from: index, to: end });
  }
  if (end < template.length) pieces.push({ kind: 'words', from: end, to: template.length });
  return pieces;
}

type Named =
  | { readonly kind: 'variable'; readonly name: Variable }
  | { readonly kind: 'ask'; readonly question: string }
  | { readonly kind: 'unknown'; readonly name: string };

function named(inside: string): Named {
  const question = /^ask\s*:\s*(\S.*)$/is.exec(inside)?.[1];
  if (question) return { kind: 'ask', question };
  const name = variables.find((each) => each === inside.toLowerCase());
  return name ? { kind: 'variable', name } : { kind: 'unknown', name: inside };
}

/** Names in braces that are none of ours, each once, as they are written. */
export function unknownIn(template: string): readonly string[] {
  return distinct(piecesOf(template).flatMap((each) => (each.kind === 'unknown' ? each.name : [])));
}

/** What the user is asked, each question once. */
export function questionsIn(template: string): readonly string[] {
  return distinct(piecesOf(template).flatMap((each) => (each.kind === 'ask' ? each.question : [])));
}

/** The user's answers as often as they stand in the prompt. */
export function answersIn(template: string, answers: readonly string[]): string {
  const questions = questionsIn(template);
  const asked = piecesOf(template).flatMap((each) => (each.kind === 'ask' ? each.question : []));
  return asked.map((question) => answers[questions.indexOf(question)] ?? '').join('');
}

/** Whether a template names one of some variables. */
export function names(template: string, ...some: readonly Variable[]): boolean {
  return piecesOf(template).some((each) => each.kind === 'variable' && some.includes(each.name));
}

/** Whether a prompt sends the address of the page, or a part of it. */
export function tellsAddress(prompt: string): boolean {
  return names(prompt, 'url', 'site');
}

function distinct(all: readonly string[]): readonly string[] {
  return [...new Set(all)];
}

/**
 * The prompt of a template, filled in one pass: what is filled in is never looked at again. The text itself stays in its
 * own block of the request, so `text` becomes *the document*, and of two texts each is told by its place; what else comes
 * from the page, a title or an address, stands there as a JSON string, in which no quotation mark of the page's can end the
 * quotation. The user's own answers are their own words. Unknown variables stay as they are.
 */
export function fill(template: string, filling: Filling): string {
  const questions = questionsIn(template);
  return piecesOf(template)
    .map((piece) => {
      if (piece.kind === 'variable') return valueFor(piece.name, filling);
      if (piece.kind === 'ask') return filling.answers[questions.indexOf(piece.question)] ?? '';
      return template.slice(piece.from, piece.to);
    })
    .join('');
}

function valueFor(name: Variable, { source, language, date, address }: Filling): string {
  switch (name) {
    case 'text':
    case 'selection':
      return source.around === undefined ? 'the document' : 'the selection (the second document)';
    case 'page':
      return source.around === undefined ? 'the document' : 'the page (the first document)';
    case 'title':
      return quoted(source.title, quotedLimits.title);
    case 'url':
      return address ? quoted(source.address, quotedLimits.address) : withheld;
    case 'site':
      return address ? quoted(hostnameOf(source.address), quotedLimits.address) : withheld;
    case 'language':
      return language;
    case 'date':
      return date;
  }
}

function hostnameOf(address: string): string {
  // With a placeholder in it an address may be none.
  const [, host = ''] = /^[a-z]+:\/\/([^/?#:]+)/i.exec(address) ?? [];
  return URL.canParse(address) ? new URL(address).hostname : host;
}

function quoted(text: string, limit: number): string {
  return JSON.stringify(text.slice(0, limit).toWellFormed());
}
