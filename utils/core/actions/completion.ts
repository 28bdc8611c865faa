import { type Variable, variables } from './template';

/** Something that can be written between braces. */
export type Candidate = Variable | 'ask';
const candidates: readonly Candidate[] = [...variables, 'ask'];

/** What could stand where the user is writing a variable, and which UTF-16 units of the template it would replace. */
export interface Completion {
  readonly from: number;
  readonly to: number;
  readonly candidates: readonly Candidate[];
}

/** What can be completed at a caret (UTF-16 offset); null outside of braces, in a question, and where nothing fits. */
export function completionAt(template: string, caret: number): Completion | null {
  const before = /\{\{([^{}\n:]*)$/.exec(template.slice(0, caret));
  if (!before) return null;
  const begun = (before[1] ?? '').trim().toLowerCase();
  const rest = /^[^{}\n:]{0,20}\}\}/.exec(template.slice(caret))?.[0] ?? '';
  const fitting = candidates.filter((each) => each.startsWith(begun));
  if (fitting.length === 0) return null;
  return { from: before.index, to: caret + rest.length, candidates: fitting };
}

/** Whether what stands in braces may still become a candidate by writing on. */
export function isBegun(inside: string): boolean {
  return candidates.some((each) => each.startsWith(inside.replace(/\s*:$/, '').toLowerCase()));
}

/** The template with a candidate in its place, and where the caret is then: behind it, or where the question belongs. */
export function complete(
  template: string,
  { from, to }: Completion,
  candidate: Candidate,
): { readonly template: string; readonly caret: number } {
  const written = candidate === 'ask' ? '{{ask:}}' : `{{${candidate}}}`;
  const end = from + written.length;
  return {
    template: template.slice(0, from) + written + template.slice(to),
    caret: candidate === 'ask' ? end - '}}'.length : end,
  };
}
