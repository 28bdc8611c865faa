/** What a part of a request's body is. */
export type Label =
  /** Model, limits, switches. */
  | 'settings'
  /** What always holds: who may be believed. */
  | 'rules'
  /** The text that it is about, with its title. */
  | 'text'
  /** Of two texts the one that is selected, in the page that is the other. */
  | 'selection'
  /** An image or a PDF in its place, in base64. */
  | 'file'
  | 'instruction'
  /** Answers and follow-ups. */
  | 'conversation'
  /** What only holds the other parts together. */
  | 'form';

/** A part of a body: `json`, just as it stands there; of what is a text also that text. */
export interface BodyPart {
  readonly label: Label;
  readonly json: string;
  readonly text: string | null;
}

/** Keys and places; the last of several has the place -1. */
type Path = readonly (string | number)[];

/**
 * A body cut into labelled parts; joined, their `json` is the body. `body`: as `JSON.stringify` wrote a `Request`, whose
 * shape decides the labels. What is no JSON is one part of form.
 */
export function partsOf(body: string): readonly BodyPart[] {
  const parsed = parsedOrNull(body);
  if (parsed === null) return [{ label: 'form', json: body, text: null }];
  const parts: BodyPart[] = [];
  for (const part of walk(parsed, [])) {
    const last = parts.at(-1);
    if (last?.label === part.label && last.text === null && part.text === null)
      parts[parts.length - 1] = { ...last, json: last.json + part.json };
    else parts.push(part);
  }
  return parts;
}

/** Null also where it would be written otherwise than it stands there. */
function parsedOrNull(body: string): unknown {
  try {
    const parsed: unknown = JSON.parse(body);
    return JSON.stringify(parsed) === body ? parsed : null;
  } catch {
    return null;
  }
}

function* walk(value: unknown, path: Path): Generator<BodyPart> {
  if (Array.isArray(value))
    yield* inside(
      value.map((item, index) => [index > 0 && index === value.length - 1 ? -1 : index, item]),
      path,
      '[]',
    );
  else if (typeof value === 'object' && value !== null)
    yield* inside(Object.entries(value), path, '{}');
  else yield leaf(value, labelAt(path));
}

function* inside(
  entries: readonly (readonly [string | number, unknown])[],
  path: Path,
  [open = '', close = '']: string,
): Generator<BodyPart> {
  const isBase64 = entries.some(([key, value]) => key === 'type' && value === 'base64');
  yield form(open, labelOfForm(path));
  for (const [index, [key, value]] of entries.entries()) {
    const within = [...path, key];
    const name = typeof key === 'string' ? `${JSON.stringify(key)}:` : '';
    yield form((index > 0 ? ',' : '') + name, labelOfForm(within));
    if (isBase64 && key === 'data') yield leaf(value, 'file');
    else yield* walk(value, within);
  }
  yield form(close, labelOfForm(path));
}

function leaf(value: unknown, label: Label): BodyPart {
  const isText = typeof value === 'string' && label !== 'settings' && label !== 'form';
  return { label, json: JSON.stringify(value), text: isText ? value : null };
}

function form(json: string, label: Label): BodyPart {
  return { label, json, text: null };
}

function isSetting([first]: Path): boolean {
  return first !== undefined && first !== 'system' && first !== 'messages';
}

function labelOfForm(path: Path): Label {
  return isSetting(path) ? 'settings' : 'form';
}

/** What can be read of the page stands in these, whatever its block is. */
const ofPage: readonly unknown[] = ['data', 'text', 'title'];

function labelAt(path: Path): Label {
  const [first, message, content, block] = path;
  if (isSetting(path)) return 'settings';
  if (first === 'system') return 'rules';
  if (content !== 'content') return 'form';
  if (message !== 0) return path.length === 3 ? 'conversation' : 'form';
  if (block === -1) return path.at(-1) === 'text' ? 'instruction' : 'form';
  if (!ofPage.includes(path.at(-1))) return 'form';
  return block === 0 ? 'text' : 'selection';
}
