import { saidIn, saying } from '../core/actions/action';
import { anthropicEndpoint, isAnthropic } from '../core/endpoint';
import { type Estimate, estimateOf } from '../core/estimate/estimate';
import { cacheLife } from '../core/money/caching';
import { buildRequest, type Request } from '../core/prompt';
import { withFollowUp } from '../core/runs/conversation';
import { chanceAfterFollowUp } from '../core/runs/follow-ups';
import type { Run, Terms } from '../core/runs/run';
import type { Respondent, Turn } from '../core/runs/turn';
import { leavingSteps, wordsIn } from '../core/shield/shield-source';
import type { Source } from '../core/source/source';
import { backgroundSlice, inSlices } from '../page/slices';
import { cachedIfItPays } from './cached';
import { askedModel, type Choices } from './choices';
import type { Means } from './means';
import type { Plan } from './plan';

/** A follow-up as it would be sent now; `wanted`: to another model than the one that has answered so far. */
export async function plannedFollowUp(
  run: Run,
  about: Source,
  asked: string,
  means: Pick<Means, 'choices' | 'time'>,
  wanted?: string,
) {
  const before = askedBefore(run);
  const now = await means.choices(before.endpointId);
  const choices: Choices = { ...now, model: wanted ?? before.model, language: run.language };
  const { source, said, found } = await inSlices(
    leavingAgain(run, about, asked, now.shield.words),
    backgroundSlice,
  );
  const [question = '', ...first] = said;
  const again = { ...run, ...saying(run, first) };
  const plan = followUpPlan(again, source, question, choices, means.time.now());
  return { plan, found, choices };
}

/** A follow-up that waits for consent. */
interface Waiting extends Pick<Terms, 'fresh'> {
  readonly question: string;
  readonly estimate: Estimate;
}

/** What a follow-up that waits for consent would send; null: its endpoint is gone. */
export async function plannedConsent(
  run: Run,
  about: Source,
  { question, estimate, fresh }: Waiting,
  means: Pick<Means, 'choices' | 'time'>,
): Promise<Plan | null> {
  const asked = fresh ? withoutRepeat(run) : run;
  const { plan } = await plannedFollowUp(asked, about, question, means, estimate.model);
  return plan.endpoint.id === estimate.endpointId ? plan : null;
}

/** Who asks anew what was answered for nothing does not want that answer to be read. */
export function withoutRepeat(run: Run): Run {
  return run.turns.at(-1)?.repeated ? { ...run, turns: run.turns.slice(0, -1) } : run;
}

/**
 * Where a run's follow-ups go: to where it was first asked, and to the model asked there last. A follow-up that was refused
 * because that is gone tells of another. Runs of before there were follow-ups do not say: there was mostly one endpoint.
 */
export function askedBefore(run: Run): Respondent {
  const endpointId = run.turns[0]?.asked?.endpointId ?? run.endpointId ?? anthropicEndpoint.id;
  const there = run.turns.findLast(({ asked }) => asked?.endpointId === endpointId)?.asked;
  return there ?? { endpointId, model: run.turns.at(-1)?.model ?? '' };
}

/** What leaves now: the text and the run's own question as they left before, and the new one. */
function leavingAgain(run: Run, source: Source, asked: string, words: readonly string[]) {
  const { found } = run;
  const known = wordsIn(found);
  const all = known && [...new Set([...known, ...words])];
  return leavingSteps(source, [asked, ...saidIn(run, source)], all, found ?? []);
}

/** What a follow-up would send, and take; the run's question is as it leaves. `at` in ms since 1970. */
export function followUpPlan(
  run: Run,
  source: Source,
  question: string,
  choices: Choices,
  at: number,
): Plan {
  const { endpoint, language } = choices;
  const model = askedModel(choices);
  const documents = isAnthropic(endpoint);
  const first = buildRequest(run, source, { model, language, documents });
  const plain = withFollowUp(first, run.turns, question, language, model.maxOutput);
  const estimate = (request: Request) =>
    estimateOf(request, endpoint, at, source.media, choices.calibration);
  const chance = chanceAfterFollowUp(choices.followUps);
  const request = cachedIfItPays(plain, {
    endpoint,
    at,
    prompt: estimate(plain).prompt,
    warm: run.turns.some((turn) => touchedCache(turn, at)),
    chance,
  });
  return { endpoint, request, source, estimate: estimate(request), chance, question };
}

function touchedCache({ usage, sentAt }: Turn, at: number): boolean {
  if (!usage || sentAt === null || at - sentAt > cacheLife) return false;
  return usage.cacheRead > 0 || usage.cacheWrite5m > 0;
}
