import { builtIns } from '../core/actions/action';
import { settled } from '../core/actions/controls';
import { upToPage } from '../core/pdf/limits';
import { lastQuestion, problemOf, type Run } from '../core/runs/run';
import { unshieldedRun } from '../core/runs/shield-run';
import { fitText, type Part, type WhatFits } from '../core/source/fit';
import type { Source } from '../core/source/source';
import { askedModel, type Choices } from './choices';
import { followUpPlan } from './follow-up-plan';
import { planOf } from './plan';

/** What fits of a run that was too large; `at` in ms since 1970. */
export function whatFits(run: Run, choices: Choices, at: number): WhatFits {
  const larger = largerFor(run, choices, at);
  const anew = askedAnew(run);
  const limit = limitOf(run, choices);
  const alone =
    anew?.source && limit
      ? tokensWith(anew, anew.source, choices, at)(anew.source) <= limit
      : false;
  return { alone, part: alone ? null : partOf(anew ?? run, choices, at), larger };
}

function partOf(run: Run, choices: Choices, at: number): Part | null {
  return firstPart(run, choices, at)?.part ?? null;
}

/** A run that asks the last follow-up by itself, without what was said before; null when there is none. */
export function askedAnew(told: Run): Run | null {
  const run = unshieldedRun(told);
  const question = lastQuestion(run);
  const problem = problemOf(run);
  if (question === null || !problem) return null;
  const { ask } = builtIns;
  // What the service counted was all of the conversation.
  const alone = problem.kind === 'too-large' ? { ...problem, tokens: null } : problem;
  const state = { kind: 'failed', problem: alone } as const;
  return {
    ...run,
    action: ask,
    controls: settled(ask, {}, {}),
    question,
    given: undefined,
    turns: [],
    state,
  };
}

/** The source of a run, as far as its model reads it. Its part is told with it, and so in each run on it. */
export function firstPart(run: Run, choices: Choices, at: number): SourcePart | null {
  const { source } = run;
  const limit = limitOf(run, choices);
  return source && limit !== null
    ? partWithin(source, limit, tokensWith(run, source, choices, at))
    : null;
}

type SourcePart = Source & { readonly part: Part };

/** What a part takes, in tokens or in money: never less of more. */
type Measure = (part: Source) => number;

/** The longest first part of a source that takes at most `limit`; null when there is none to speak of, or all of it fits. */
export function partWithin(source: Source, limit: number, measure: Measure): SourcePart | null {
  if (source.media) return firstPages(source, limit, measure);
  // A selection stays whole in a part of its page.
  const whole = source.around ?? source.text;
  const beginning = (text: string): Source =>
    source.around === undefined ? { ...source, text } : { ...source, around: text };
  const { text, share, upTo } = fitText(whole, limit, (part) => measure(beginning(part)));
  if (text === '' || share === 1) return null;
  const captured = whole.length / (whole.length + source.cut);
  const before = source.part?.share ?? captured;
  const part = { share: share * before, upTo };
  const place = source.around === undefined ? undefined : source.place;
  return { ...beginning(text), cut: 0, place, part };
}

/** The pages of a PDF that fit, from the first that was chosen. */
function firstPages(source: Source, limit: number, measure: Measure): SourcePart | null {
  const { media } = source;
  if (media?.kind !== 'pdf') return null;
  for (let to = media.to - 1; to >= media.from; to -= 1) {
    const shortened = upToPage(source, media, to);
    if (measure(shortened) <= limit) return shortened;
  }
  return null;
}

function largerFor(run: Run, choices: Choices, at: number): WhatFits['larger'] {
  const { source } = run;
  const limit = limitOf(run, choices);
  if (!source || limit === null) return null;
  const readMore = choices.models
    .filter(({ maxInput }) => (maxInput ?? 0) > limit)
    .toSorted((a, b) => (a.maxInput ?? 0) - (b.maxInput ?? 0));
  const found = readMore.find((model) => {
    const tokensOf = tokensWith(run, source, { ...choices, model: model.id }, at);
    return tokensOf(source) <= (model.maxInput ?? 0);
  });
  return found ? { id: found.id, name: found.name } : null;
}

/** Tokens that the model takes: as the service told, else as it lists. */
function limitOf(run: Run, choices: Choices): number | null {
  const problem = problemOf(run);
  if (problem?.kind !== 'too-large') return null;
  const told = run.turns.at(-1)?.model === choices.model ? problem.limit : null;
  return told ?? askedModel(choices).maxInput;
}

/** The answer's share of the limit, at most. */
const answerShare = 0.2;

/**
 * Tokens that a request would take at most, the answer's room included. Where the service has counted more than we had
 * thought, that much more for any part.
 */
function tokensWith(run: Run, source: Source, choices: Choices, at: number): Measure {
  const question = lastQuestion(run);
  const estimate = (part: Source) =>
    (question === null
      ? planOf(run, part, choices, at)
      : followUpPlan(run, part, question, choices, at)
    ).estimate;
  const problem = problemOf(run);
  const { prompt, maxOutput } = estimate(source);
  const counted = (problem?.kind === 'too-large' && problem.tokens) || 0;
  const scale = Math.max(1, counted / prompt.high);
  const room = Math.min(maxOutput, answerShare * (limitOf(run, choices) ?? maxOutput));
  return (part) => estimate(part).prompt.high * scale + room;
}
