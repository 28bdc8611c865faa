import * as v from 'valibot';
import { CountBody, MessagesBody, sampling } from './body';
import { type Failure, failure } from './failure';

export type Checked<T> = { readonly ok: T } | { readonly failed: Failure };

const UTF8 = new TextDecoder('utf-8', { fatal: true });

function assertWellFormed(_key: string, value: unknown): unknown {
  if (typeof value === 'string' && !value.isWellFormed()) {
    throw new SyntaxError('no low surrogate in string');
  }
  return value;
}

export function parseJson(bytes: Buffer): Checked<unknown> {
  try {
    return { ok: JSON.parse(UTF8.decode(bytes), assertWellFormed) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { failed: failure(400, `The request body is not valid JSON: ${why}`) };
  }
}

const VALID: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  array: 'list',
  strict_object: 'dictionary',
  loose_object: 'dictionary',
  variant: 'dictionary',
};

type Issue = v.BaseIssue<unknown>;

/** `("a" | "b")` in valibot's words, 'a' or 'b' in pydantic's. */
function alternatives(expected: string | null, last: ' or ' | ', '): string {
  const names = (expected ?? '').replace(/[()]/g, '').replaceAll('"', "'").split(' | ');
  const end = names.pop() ?? '';
  return names.length > 0 ? names.join(', ') + last + end : end;
}

function wordsFor(issue: Issue): string {
  const { type, input, expected, requirement } = issue;
  const inObject = type === 'strict_object' || type === 'loose_object';
  if (inObject && expected === 'never') return 'Extra inputs are not permitted';
  if (inObject && expected?.startsWith('"')) return 'Field required';
  if (type === 'variant' && expected !== 'Object') {
    const tags = alternatives(expected, ', ');
    if (input === undefined) return "Unable to extract tag using discriminator 'type'";
    const given = String(input);
    return `Input tag '${given}' found using 'type' does not match any of the expected tags: ${tags}`;
  }
  if (type === 'picklist' || type === 'literal') {
    return `Input should be ${alternatives(expected, ' or ')}`;
  }
  if (type === 'min_value') return `Input should be greater than or equal to ${requirement}`;
  if (type === 'max_value') return `Input should be less than or equal to ${requirement}`;
  if (type === 'min_length') return `String should have at least ${requirement} character`;
  if (type === 'max_length') return `String should have at most ${requirement} characters`;
  return `Input should be a valid ${VALID[type] ?? type}`;
}

function describeIssue(issue: Issue): string {
  const path = issue.path?.map(({ key }) => String(key)) ?? [];
  const tag = issue.type === 'variant' && issue.expected !== 'Object';
  const where = tag ? path.slice(0, -1) : path;
  return `${where.join('.')}: ${wordsFor(issue)}`.replace(/^: /, '');
}

function check<S extends v.GenericSchema>(schema: S, body: unknown): Checked<v.InferOutput<S>> {
  const result = v.safeParse(schema, body, { abortEarly: true });
  if (result.success) return { ok: result.output };
  return { failed: failure(400, describeIssue(result.issues[0])) };
}

/** The shape of the body only; the version decides whether sampling parameters belong to it. */
export function checkMessagesShape(body: unknown, version: string): Checked<MessagesBody> {
  if (version >= '2026-10-21') return check(MessagesBody, body);
  return check(v.strictObject({ ...MessagesBody.entries, ...sampling }), body);
}

export function checkCountShape(body: unknown): Checked<CountBody> {
  return check(CountBody, body);
}
