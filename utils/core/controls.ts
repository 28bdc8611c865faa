/** What the user can choose about an answer, beside the action. */
export const lengths = ['line', 'short', 'medium', 'detailed'] as const;
export const formats = ['prose', 'bullets', 'table'] as const;
export const tones = ['neutral', 'friendly', 'formal', 'confident'] as const;

export type Length = (typeof lengths)[number];
export type Format = (typeof formats)[number];
export type Tone = (typeof tones)[number];

/** Choices; what is absent was not chosen. `language`: BCP 47, or `same`, the language of the text. */
export interface Controls {
  readonly length?: Length | undefined;
  readonly format?: Format | undefined;
  readonly tone?: Tone | undefined;
  readonly language?: string | undefined;
}

export const controlNames = ['length', 'format', 'tone', 'language'] as const;
export type ControlName = (typeof controlNames)[number];
