import type { Source } from '../source/source';
import { type ControlName, type Controls, sameLanguage } from './controls';
import { type Given, tellsAddress } from './template';

/** What an action is offered for; `either`: any text; `both`: a selection, with its page; `any`: any text or image. */
export const inputKinds = ['selection', 'page', 'either', 'both', 'image', 'any'] as const;
export const outputKinds = ['read', 'replace', 'insert'] as const;

/** What to do with a source: data, never code. */
export interface Action {
  /** One of `builtInIds`, or `own:` and a UUID. */
  readonly id: string;
  /** What the user calls it; null for a built-in one, whose name is in the language of the views. */
  readonly title: string | null;
  /** What the model is asked: in English with the variables of `fillPrompt`, or a template of the user's own. */
  readonly prompt: string;
  readonly input: (typeof inputKinds)[number];
  /** Whether the answer is to be read, or to take the place of the text, or to be put after it. */
  readonly output: (typeof outputKinds)[number];
  /** The controls that it understands. */
  readonly controls: readonly ControlName[];
  /** What holds for a control that the user has not touched. */
  readonly defaults: Controls;
  /** Asked instead of the endpoint's model. */
  readonly model?: string | undefined;
  readonly effort?: string | undefined;
  /** Whether the device can do it by itself, without a model's answer. */
  readonly onDevice: boolean;
}

/** UTF-16 units of a question at most. */
export const questionLimit = 10_000;

/** An action as it is wanted: with the choices for its controls, and the user's own words where it takes some. */
export interface Instruction {
  readonly action: Action;
  readonly controls: Controls;
  readonly question: string;
  /** With one of the user's own: what its prompt is filled with beside the source, fixed when it was started. */
  readonly given?: Given | undefined;
}

export const builtInIds = [
  'summarize',
  'key-points',
  'explain',
  'explain-simply',
  'translate',
  'proofread',
  'rewrite',
  'describe-image',
  'ask',
] as const;
export type BuiltInId = (typeof builtInIds)[number];

/** Of a text, to be read, in the user's usual language, at medium length: what most actions are. */
const usual = {
  title: null,
  input: 'either',
  output: 'read',
  controls: ['length', 'language'],
  defaults: { length: 'medium' },
  onDevice: false,
} as const satisfies Partial<Action>;

export const builtIns: Readonly<Record<BuiltInId, Action>> = {
  summarize: {
    ...usual,
    id: 'summarize',
    prompt:
      'Summarize the document in {language}. Begin with one sentence that says the most important thing. Keep names, numbers and dates.',
    controls: ['length', 'format', 'language', 'sources'],
    defaults: { length: 'medium', format: 'bullets' },
    onDevice: true,
  },
  'key-points': {
    ...usual,
    id: 'key-points',
    prompt:
      'List the key points of the document in {language}, the most important first, one idea each. Keep names, numbers and dates.',
    controls: ['length', 'language', 'sources'],
    defaults: { length: 'medium', format: 'bullets' },
    onDevice: true,
  },
  explain: {
    ...usual,
    id: 'explain',
    prompt:
      'Explain the document in {language}: first what it is about, then what is hard to understand in it. Define its terms and add the background that it takes for granted.',
    controls: ['length', 'format', 'language'],
  },
  'explain-simply': {
    ...usual,
    id: 'explain-simply',
    prompt:
      'Explain the document in {language} to a ten-year-old: short sentences, everyday words, and a comparison from daily life for what is hard.',
    defaults: { length: 'short' },
  },
  translate: {
    ...usual,
    id: 'translate',
    prompt:
      'Translate the document into {language}. Keep its meaning, tone, names, numbers, line breaks and formatting.',
    output: 'replace',
    controls: ['language'],
    defaults: {},
  },
  proofread: {
    ...usual,
    id: 'proofread',
    prompt:
      'Correct spelling, grammar and punctuation in the document and change nothing else: keep its language, wording, tone, line breaks and formatting.',
    output: 'replace',
    controls: [],
    defaults: {},
  },
  rewrite: {
    ...usual,
    id: 'rewrite',
    prompt:
      'Rewrite the document in {language} so that it is clear and reads well. Keep its meaning, facts, line breaks and formatting.',
    output: 'replace',
    controls: ['tone', 'language'],
    defaults: { tone: 'same', language: sameLanguage },
  },
  'describe-image': {
    ...usual,
    id: 'describe-image',
    prompt:
      'Describe the image in {language}: first what it shows, then what is in it and how it looks. Quote all text that can be read.',
    input: 'image',
    defaults: { length: 'short' },
  },
  ask: {
    ...usual,
    id: 'ask',
    prompt:
      'Answer the question about the {source} in {language}. Say so if the {source} does not hold the answer. Question: {question}',
    input: 'any',
    controls: ['length', 'format', 'language', 'sources'],
    defaults: { length: 'short', language: sameLanguage },
  },
};

/** An id as far as it is a built-in action's; null for any other. */
export function builtInId(id: string): BuiltInId | null {
  return builtInIds.find((each) => each === id) ?? null;
}

/** The built-in action of an id; null for any other. */
export function builtIn(id: string): Action | null {
  const known = builtInId(id);
  return known && builtIns[known];
}

/**
 * What is said to an action beside the text: the user's question, and answers to what it asks; where it names the address of
 * its source, that.
 */
export function saidIn(
  { action, question, given }: Omit<Instruction, 'controls'>,
  { address }: Pick<Source, 'address'>,
): readonly string[] {
  const told = given?.address === true && tellsAddress(action.prompt);
  return [question, ...(given?.answers ?? []), ...(told ? [address] : [])];
}

/** The user's own words in it as they leave: `said` is what became of `saidIn`. */
export function saying(
  { given }: Pick<Instruction, 'given'>,
  [question = '', ...said]: readonly string[],
): Pick<Instruction, 'question' | 'given'> {
  const answers = said.slice(0, given?.answers.length);
  return { question, given: given && { ...given, answers } };
}
