/** What the user can choose about an answer, beside the action. */
export const lengths = ['line', 'short', 'medium', 'detailed'] as const;
export const formats = ['prose', 'bullets', 'table'] as const;
/** `same`: as the text has it. */
export const tones = ['same', 'plain', 'concise', 'friendly', 'formal'] as const;

export type Length = (typeof lengths)[number];
export type Format = (typeof formats)[number];
export type Tone = (typeof tones)[number];

/** Choices; what is absent was not chosen. `language`: BCP 47, or `same`, the language of the text or of the question. */
export interface Controls {
  readonly length?: Length | undefined;
  readonly format?: Format | undefined;
  readonly tone?: Tone | undefined;
  readonly language?: string | undefined;
  /** Whether the answer tells what it rests on; only services that can cite are asked. */
  readonly sources?: boolean | undefined;
}

export const controlNames = ['length', 'format', 'tone', 'language', 'sources'] as const;
export type ControlName = (typeof controlNames)[number];

/** The language of an answer that is in the language of what it is about. */
export const sameLanguage = 'same';

const lengthWords: Readonly<Record<Length, string>> = {
  line: 'Use one sentence of at most 30 words.',
  short: 'Use at most 80 words.',
  medium: 'Use at most 200 words.',
  detailed: 'Go into detail, up to 600 words.',
};

const formatWords: Readonly<Record<Format, string>> = {
  prose: 'Write prose without lists.',
  bullets: 'Use short bullet points.',
  table: 'Use a Markdown table.',
};

const toneWords: Readonly<Record<Tone, string>> = {
  same: 'Keep its tone.',
  plain: 'Use plain words and short sentences.',
  concise: 'Make it as short as its content allows.',
  friendly: 'Make it warm and friendly.',
  formal: 'Make it formal and polite.',
};

/** What is said to the model of the chosen length, format and tone, in English. One line has no format. */
export function controlWords({ length, format, tone }: Controls): readonly string[] {
  return [
    length && lengthWords[length],
    format && length !== 'line' && formatWords[format],
    tone && toneWords[tone],
  ].filter((words) => typeof words === 'string');
}

/**
 * Most tokens of an answer of a length: its words, five tokens each, as scripts with the most tokens a word need, and
 * room for the marks of lists and tables.
 */
export const lengthTokens: Readonly<Record<Length, number>> = {
  line: 200,
  short: 600,
  medium: 1500,
  detailed: 4000,
};

/** What holds for each control of an action: what was chosen now, else what is remembered, else its default. */
export function settled(
  {
    controls,
    defaults,
  }: { readonly controls: readonly ControlName[]; readonly defaults: Controls },
  remembered: Controls,
  chosen: Controls,
): Controls {
  const understood = controlNames.filter((name) => controls.includes(name) || name in defaults);
  return Object.fromEntries(
    understood.flatMap((name) => {
      const choice = chosen[name] ?? remembered[name] ?? defaults[name];
      return choice === undefined ? [] : [[name, choice]];
    }),
  );
}
