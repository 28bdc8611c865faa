/** The last questions, newest first, while one of them is shown; `draft`: what was typed before. */
export interface Recall {
  readonly questions: readonly string[];
  readonly at: number;
  readonly draft: string;
}

/** What is shown after a step to older (1) or newer (-1) questions: null beyond the oldest; the draft after the newest. */
export function step(
  { questions, at, draft }: Recall,
  by: 1 | -1,
): { readonly recall: Recall | null; readonly text: string } | null {
  if (at + by < 0) return { recall: null, text: draft };
  const text = questions[at + by];
  return text === undefined ? null : { recall: { questions, at: at + by, draft }, text };
}
