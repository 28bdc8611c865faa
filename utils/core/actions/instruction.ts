import { estimateTokens } from '../estimate/tokens';
import { englishName } from '../language';
import type { Source } from '../source/source';
import type { Action, Instruction } from './action';
import { type Controls, controlWords, lengthTokens, sameLanguage } from './controls';
import { fill } from './template';

/** Whether an action takes the user's own words: nothing can be asked for without them. Own actions ask by their template. */
export function takesQuestion({ title, prompt }: Pick<Action, 'title' | 'prompt'>): boolean {
  return title === null && prompt.includes('{question}');
}

/** What a source is called to the model. */
export function nounOf({ media }: Pick<Source, 'media'>): string {
  return media?.kind === 'image' ? 'image' : 'document';
}

/** Whether an action can answer in the language of its source: a translation into it is none, and an image has none. */
export function keepsLanguage({ id, input }: Pick<Action, 'id' | 'input'>): boolean {
  return id !== 'translate' && input !== 'image';
}

/**
 * What the model is told to do; an action of the user's own is a template. `usual`: English name of the language that the
 * user usually reads answers in.
 */
export function instructionText(instruction: Instruction, source: Source, usual: string): string {
  const { action, controls, given } = instruction;
  if (!given) return builtInText(instruction, source, usual);
  const asked = fill(action.prompt, { ...given, source, language: usual });
  return [asked, ...controlWords(controls)].join('\n');
}

/** What the model is told to do by a built-in action. */
export function builtInText(
  { action, controls, question }: Omit<Instruction, 'given'>,
  source: Pick<Source, 'media'>,
  usual: string,
): string {
  const language = languageWords(controls.language, usual, takesQuestion(action));
  const prompt = fillPrompt(action.prompt, { language, question, source: nounOf(source) });
  // A question comes last: nothing after it could be taken for a part of it.
  return takesQuestion(action)
    ? [...controlWords(controls), prompt].join(' ')
    : [prompt, ...controlWords(controls)].join(' ');
}

/**
 * The language of the answers of a run, as its follow-ups are told: the chosen one, else the usual. Whose language is that
 * of its source may ask in their own.
 */
export function runLanguage({ language }: Controls, usual: string): string {
  return languageWords(language, usual, true);
}

function languageWords(chosen: string | undefined, usual: string, asked: boolean): string {
  if (chosen === undefined) return usual;
  if (chosen !== sameLanguage) return englishName(chosen);
  return asked ? 'the language of the question' : 'its own language';
}

/** A prompt with its variables filled, in one pass: what fills one is never searched for another. */
export function fillPrompt(
  prompt: string,
  values: { readonly language: string; readonly question: string; readonly source: string },
): string {
  return prompt.replace(
    /\{(language|question|source)\}/g,
    (_, name: keyof typeof values) => values[name],
  );
}

/** Most tokens of an answer that takes the place of a text, where its tokens are not known: a page of a PDF. */
const pageTokens = 2000;
const longestText = 32_000;

/**
 * Upper bound of an answer, in tokens: what its length allows, or, where it takes the place of the text, twice and a half
 * that text, as translations into the scripts with the most tokens take.
 */
export function longestAnswer({ action, controls, given }: Instruction, source: Source): number {
  if (controls.length) return lengthTokens[controls.length];
  // How long the user's own prompt wants it, nobody knows.
  if (action.output === 'read') return given ? lengthTokens.detailed : lengthTokens.medium;
  return Math.min(longestText, 300 + Math.ceil(2.5 * tokensOf(source)));
}

function tokensOf({ text, media }: Source): number {
  if (media?.kind === 'pdf') return pageTokens * (media.to - media.from + 1);
  return estimateTokens(text, '').high;
}
