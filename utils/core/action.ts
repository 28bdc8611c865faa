import { type ControlName, type Controls, controlNames } from './controls';
import type { Given } from './template';

export const inputKinds = ['selection', 'page', 'either', 'image'] as const;
export const outputKinds = ['read', 'replace', 'insert'] as const;

/** What to do with a source: data, never code. */
export interface Action {
  /** One of `builtInIds`, or `own:` and a UUID. */
  readonly id: string;
  /** What the user calls it; null for a built-in one, whose name is in the language of the views. */
  readonly title: string | null;
  /** What the model is asked, in English for built-in ones; `fillPrompt` fills its variables. */
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

export const builtInIds = ['summarize', 'explain', 'translate', 'describe'] as const;
export type BuiltInId = (typeof builtInIds)[number];

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

export const builtIns: Readonly<Record<BuiltInId, Action>> = {
  summarize: {
    id: 'summarize',
    title: null,
    prompt:
      'Summarize the document in {language}. Begin with one sentence that says the most important thing, then three to seven short bullet points in order of importance. Keep names, numbers and dates.',
    input: 'either',
    output: 'read',
    controls: [],
    defaults: { length: 'medium' },
    onDevice: true,
  },
  explain: {
    id: 'explain',
    title: null,
    prompt:
      'Explain the document in {language} to a curious reader without background. Say first what it is about, then go through what is hard to understand, define the terms it uses, and keep it short.',
    input: 'either',
    output: 'read',
    controls: [],
    defaults: { length: 'detailed' },
    onDevice: false,
  },
  translate: {
    id: 'translate',
    title: null,
    prompt:
      'Translate the document into {language}. Keep its structure, names and tone. Reply with the translation alone.',
    input: 'either',
    output: 'replace',
    controls: [],
    defaults: {},
    onDevice: false,
  },
  describe: {
    id: 'describe',
    title: null,
    prompt:
      'Describe the image in {language}. Say in one sentence what it shows, then the details that matter. Give text in it word for word; of a chart or diagram say what it tells.',
    input: 'image',
    output: 'read',
    controls: [],
    defaults: { length: 'medium' },
    onDevice: false,
  },
};

/** The built-in action of an id; null for any other. */
export function builtIn(id: string): Action | null {
  const known = builtInIds.find((each) => each === id);
  return known === undefined ? null : builtIns[known];
}

/** What holds for each control of an action: what was chosen now, else what is remembered, else its default. */
export function settled(
  { controls, defaults }: Action,
  remembered: Controls,
  chosen: Controls,
): Controls {
  const all = { ...defaults, ...remembered, ...chosen };
  const understood = controlNames.filter((name) => controls.includes(name) || name in defaults);
  return Object.fromEntries(
    understood.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])),
  );
}

/** Upper bound of the answer, in tokens. */
export function longestAnswer({ action, controls }: Instruction): number {
  // As long as the text, which it takes the place of.
  if (action.output !== 'read') return 8000;
  switch (controls.length) {
    case 'line':
      return 300;
    case 'short':
      return 700;
    case 'detailed':
      return 2500;
    default:
      return 1500;
  }
}
