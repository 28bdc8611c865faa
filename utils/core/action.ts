/** What to do with a source: data, never code. */
export interface Action {
  readonly id: ActionId;
  /** What the model is asked, in English; `{language}` is filled with the answer language's English name. */
  readonly prompt: string;
  /** Upper bound of the answer, in tokens. */
  readonly maxTokens: number;
  /** Whether the device can do it by itself, without a model's answer. */
  readonly onDevice: boolean;
}

export const actionIds = ['summarize', 'explain', 'translate'] as const;
export type ActionId = (typeof actionIds)[number];

export const actions: Readonly<Record<ActionId, Action>> = {
  summarize: {
    id: 'summarize',
    prompt:
      'Summarize the document in {language}. Begin with one sentence that says the most important thing, then three to seven short bullet points in order of importance. Keep names, numbers and dates.',
    maxTokens: 1500,
    onDevice: true,
  },
  explain: {
    id: 'explain',
    prompt:
      'Explain the document in {language} to a curious reader without background. Say first what it is about, then go through what is hard to understand, define the terms it uses, and keep it short.',
    maxTokens: 2500,
    onDevice: false,
  },
  translate: {
    id: 'translate',
    prompt:
      'Translate the document into {language}. Keep its structure, names and tone. Reply with the translation alone.',
    maxTokens: 8000,
    onDevice: false,
  },
};
