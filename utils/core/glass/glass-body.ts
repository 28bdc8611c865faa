import { partsOf } from './glass';

/** A piece of a body that is kept elsewhere: a text that its run has anyway, or the bytes of its file. */
export type Hole =
  /** The text of the source as it left, in a JSON string; `around`: that of the page around it. */
  | { readonly kind: 'text'; readonly around?: true | undefined }
  /** The same in a JSON string in a JSON string. */
  | { readonly kind: 'quoted'; readonly around?: true | undefined }
  | { readonly kind: 'file' }
  /** The answer of an earlier turn, by its index. */
  | { readonly kind: 'answer'; readonly turn: number };

/** A body without what its run has anyway: pieces of its JSON, and holes. */
export type Mould = readonly (string | Hole)[];

/** What the holes of a mould are filled with. */
export interface Filling {
  readonly text: string;
  /** Of the page around a selection; absent: it was not read. */
  readonly around?: string | undefined;
  /** Base64; null where there is none. */
  readonly file: string | null;
  readonly answers: readonly string[];
}

/** The mould of a body; filled with the same it is that body. */
export function mouldOf(body: string, filling: Filling): Mould {
  const pieces: (string | Hole)[] = [];
  const answers = filling.answers.map((answer) => JSON.stringify(answer));
  for (const { label, json } of partsOf(body)) {
    const turn = label === 'conversation' ? answers.indexOf(json) : -1;
    if (turn >= 0) pieces.push({ kind: 'answer', turn });
    else if (label === 'file') pieces.push({ kind: 'file' });
    else if (label === 'text' || label === 'selection') pieces.push(...withoutTexts(json, filling));
    else pieces.push(json);
  }
  return joined(pieces);
}

function withoutTexts(json: string, { text, around = '' }: Filling): Mould {
  return withoutText(json, around, { around: true }) ?? withoutText(json, text, {}) ?? [json];
}

function withoutText(json: string, text: string, which: { around?: true }): Mould | null {
  if (text === '') return null;
  if (json === once(text)) return [{ kind: 'text', ...which }];
  const quoted = twice(text);
  const at = json.lastIndexOf(quoted);
  if (at < 0) return null;
  return [json.slice(0, at), { kind: 'quoted', ...which }, json.slice(at + quoted.length)];
}

/** The body of a mould; null where something of it is missing. */
export function bodyOf(mould: Mould, filling: Filling): string | null {
  const pieces = mould.map((piece) => (typeof piece === 'string' ? piece : filled(piece, filling)));
  return pieces.includes(null) ? null : pieces.join('');
}

function filled(hole: Hole, { text, around = '', file, answers }: Filling): string | null {
  switch (hole.kind) {
    case 'text':
      return once(hole.around ? around : text);
    case 'quoted':
      return twice(hole.around ? around : text);
    case 'file':
      return file === null ? null : once(file);
    case 'answer': {
      const answer = answers[hole.turn];
      return answer === undefined ? null : once(answer);
    }
  }
}

function once(text: string): string {
  return JSON.stringify(text);
}

function twice(text: string): string {
  return JSON.stringify(JSON.stringify(text)).slice(1, -1);
}

function joined(pieces: Mould): Mould {
  const out: (string | Hole)[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') out[out.length - 1] = last + piece;
    else out.push(piece);
  }
  return out;
}
