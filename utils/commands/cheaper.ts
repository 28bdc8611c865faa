import { saidIn, saying } from '../core/actions/action';
import type { Estimate } from '../core/estimate/estimate';
import {
  type CheaperWays,
  type Less,
  leftOf,
  lessThan,
  noCheaperWays,
  shorterLengths,
} from '../core/money/cheaper';
import type { NanoDollars } from '../core/money/money';
import { lastQuestion, problemOf, type Run } from '../core/runs/run';
import { leavingTogether, wordsIn } from '../core/shield/shield-source';
import type { Part } from '../core/source/fit';
import type { Source } from '../core/source/source';
import type { CheaperWay } from '../messages/money-messages';
import { askable } from '../runs/askable';
import { type Choices, onSite } from '../runs/choices';
import { partWithin } from '../runs/fitting';
import { askedBefore, plannedFollowUp } from '../runs/follow-up-plan';
import { planOf } from '../runs/plan';
import { choicesFor } from '../runs/respondent';
import { spentSoFar } from '../runs/spending';
import type { Staff } from './staff';

/** A run that a limit has stopped, or would, with what it would take otherwise. */
export interface Stopped {
  readonly run: Run & { readonly source: Source };
  /** What is hidden beside all that is personal; null: nothing is to be hidden. */
  readonly words: readonly string[] | null;
  /** The most that it may cost, and what is left: nano-dollars. */
  readonly cost: NanoDollars;
  readonly left: NanoDollars;
}

/** What costs less than a run that a limit has stopped. Nothing is sent. */
export async function cheaperWays(
  runId: string,
  tabId: number,
  staff: Staff,
): Promise<CheaperWays> {
  const stopped = await stoppedBy(runId, staff);
  return stopped ? waysOf(stopped, tabId, staff) : noCheaperWays;
}

/** What costs less, and fits under all limits; `tabId`: where something may be selected. */
export async function waysOf(stopped: Stopped, tabId: number, staff: Staff): Promise<CheaperWays> {
  const model = await cheapestModel(stopped, staff);
  // A follow-up is about what its run is about.
  if (lastQuestion(stopped.run) !== null) return { ...noCheaperWays, model };
  const selection = await selectionIn(stopped.run, tabId, staff);
  const choices = await choicesOf(stopped.run, staff);
  const estimate = selection && estimateOn(selection, stopped, choices, staff);
  const part = firstPart(stopped, choices, staff);
  return {
    model,
    shorter: shorterAnswer(stopped, choices, staff),
    selection: estimate && within(stopped, estimate),
    part: part && { ...part.less, ...part.source.part },
  };
}

/** The source that a way is about; null: it is there no more. */
export async function sourceOf(
  way: CheaperWay,
  run: Run & { readonly source: Source },
  tabId: number,
  staff: Staff,
): Promise<Source | null> {
  if (way.kind === 'model' || way.kind === 'shorter') return run.source;
  if (way.kind === 'selection') return selectionIn(run, tabId, staff);
  const stopped = await stoppedBy(run.id, staff);
  return stopped && partOf(stopped, staff);
}

/** The first part of a text that fits; null: none that is worth reading. */
export async function partOf(stopped: Stopped, staff: Staff): Promise<Source | null> {
  return firstPart(stopped, await choicesOf(stopped.run, staff), staff)?.source ?? null;
}

/** A limit of 0 lets nothing pass, however cheap. */
async function stoppedBy(runId: string, staff: Staff): Promise<Stopped | null> {
  const run = await staff.runner.find(runId);
  const problem = run && problemOf(run);
  if (!run?.source || problem?.kind !== 'over-limit' || problem.cost === null) return null;
  const left = (await leftFor(run, staff)) ?? Infinity;
  if (left === 0) return null;
  const { cost } = problem;
  return { run: { ...run, source: run.source }, words: wordsIn(run.found), cost, left };
}

/** What of all limits a run could take, in nano-dollars; null: there is no limit. */
export async function leftFor(run: Run, { runner }: Staff): Promise<NanoDollars | null> {
  const { limits, spent } = await runner.budget.state();
  const { month, day } = spent;
  return leftOf({ limits, spent: { month: month.atMost, day: day.atMost, run: spentSoFar(run) } });
}

function within({ cost, left }: Stopped, { cost: price }: Estimate): Less | null {
  const less = lessThan(cost, price?.high ?? null);
  return less && less.atMost <= left ? less : null;
}

/** Mostly the answer is what costs. */
function shorterAnswer(stopped: Stopped, choices: Choices, staff: Staff): CheaperWays['shorter'] {
  const { run, words } = stopped;
  for (const length of shorterLengths(run)) {
    const shorter = { ...run, controls: { ...run.controls, length } };
    const estimate = estimateOn(run.source, { run: shorter, words }, choices, staff);
    const less = within(stopped, estimate);
    if (less) return { ...less, length };
  }
  return null;
}

async function cheapestModel(stopped: Stopped, staff: Staff): Promise<CheaperWays['model']> {
  const { run } = stopped;
  const question = lastQuestion(run);
  const only = question === null ? null : askedBefore(run).endpointId;
  let best: CheaperWays['model'] = null;
  for (const { endpoint, model } of await askable(run.source, staff.means)) {
    if (only !== null && endpoint.id !== only) continue;
    const estimate = await estimateOf(stopped, question, endpoint.id, model.id, staff);
    const less = within(stopped, estimate);
    const fits = model.maxInput === null || estimate.prompt.high <= model.maxInput;
    if (less && fits && less.atMost < (best?.atMost ?? Infinity))
      best = { ...less, endpointId: endpoint.id, model: model.id, name: model.name };
  }
  return best;
}

async function estimateOf(
  stopped: Stopped,
  question: string | null,
  endpointId: string,
  model: string,
  staff: Staff,
): Promise<Estimate> {
  const { run } = stopped;
  if (question !== null)
    return (await plannedFollowUp(run, run.source, question, staff.means, model)).plan.estimate;
  const choices = await staff.means.choices(endpointId);
  return estimateOn(run.source, stopped, { ...choices, model, language: run.language }, staff);
}

/** What the run's action would take on a source, with the same hidden. */
export function estimateOn(
  about: Source,
  { run, words }: Pick<Stopped, 'run' | 'words'>,
  choices: Choices,
  { means }: Staff,
): Estimate {
  const { source, said } = leavingTogether(about, saidIn(run, about), words);
  return planOf({ ...run, ...saying(run, said) }, source, choices, means.time.now()).estimate;
}

/** What a run on the same would choose. */
async function choicesOf(run: Stopped['run'], { means }: Staff): Promise<Choices> {
  const choices = onSite(await choicesFor(run, means), run.source, run);
  return { ...choices, language: run.language };
}

/** What is selected now in the page that was to be read. */
export async function selectionIn(
  { source }: Stopped['run'],
  tabId: number,
  { capture }: Staff,
): Promise<Source | null> {
  if (source.kind !== 'page' && source.kind !== 'everything') return null;
  const found = await capture({ tabId, wants: 'selection-or-page' });
  const isThere =
    found.kind === 'source' &&
    found.source.kind === 'selection' &&
    found.source.address === source.address;
  return isThere ? found.source : null;
}

/** The least of a text that is worth reading by itself. */
const leastShare = 0.05;

function firstPart(stopped: Stopped, choices: Choices, staff: Staff) {
  const { run, left } = stopped;
  const costOf = (part: Source) => estimateOn(part, stopped, choices, staff).cost?.high ?? Infinity;
  const source: (Source & { readonly part: Part }) | null = partWithin(run.source, left, costOf);
  const less = source && lessThan(stopped.cost, costOf(source));
  return less && source.part.share >= leastShare ? { source, less } : null;
}
