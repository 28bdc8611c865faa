import { mediaData } from '../capture/media-data';
import { isDevice } from '../core/endpoint';
import { bodyOf, type Filling, type Mould } from '../core/glass/glass-body';
import { withData } from '../core/request-parts';
import type { Run } from '../core/runs/run';
import type { Turn } from '../core/runs/turn';
import { leavingTogether, wordsIn } from '../core/shield/shield-source';
import type { Source } from '../core/source/source';
import { digest } from '../digest';
import { wouldSend } from '../endpoints/anthropic-notes';
import type { ShownRequest } from '../messages/glass-messages';
import type { Plan } from '../runs/plan';
import { plannedRun, plannedStart } from '../runs/planned';
import { compared } from './compared';
import type { Orders, Staff } from './staff';

const gone: ShownRequest = { kind: 'gone' };

/** What views ask of requests: they are made again, and nothing is sent. */
export const glassCommands: Orders<'turn-request' | 'start-request' | 'compare'> = {
  'turn-request': async ({ runId, turnId }, staff) => {
    const run = await staff.runner.find(runId);
    const turn = run?.turns.find(({ id }) => id === turnId);
    if (run && turn) return requestOf(run, turn, staff);
    return run && turnId === null ? shown(await plannedRun(run, staff.means), staff) : gone;
  },
  'start-request': async (command, staff) => shown(await plannedStart(command, staff.means), staff),
  compare: (command, { means }) => compared(command, means),
};

async function shown(plan: Plan | null, staff: Staff): Promise<ShownRequest> {
  if (!plan) return gone;
  const { endpoint, request, source, estimate } = plan;
  if (isDevice(endpoint)) return { kind: 'nothing' };
  const file = await fileOf(source, staff);
  if (source.media && file === null) return gone;
  const body = JSON.stringify(file === null ? request : withData(request, file));
  return { kind: 'planned', body, sent: await wouldSend(endpoint), prompt: estimate.prompt };
}

/** Only what has the hash of the turn is what was sent. */
async function requestOf(run: Run, turn: Turn, staff: Staff): Promise<ShownRequest> {
  if (turn.pricing.kind === 'free') return { kind: 'nothing' };
  const { mould, requestHash, exchange, sentAt, prompt } = turn;
  if (!mould || !run.source) return gone;
  const file = await fileOf(run.source, staff);
  const answers = run.turns.map(({ text }) => text);
  const fillings = asItMayHaveLeft(run, run.source, { file, answers });
  const body = await bodyWith(requestHash, mould, fillings);
  if (body === null) return gone;
  const sent = exchange ?? (await nowSentBy(turn, staff));
  if (!sent) return gone;
  if (sentAt === null) return { kind: 'planned', body, sent, prompt };
  return { kind: 'sent', body, sent: { address: sent.address, headers: sent.headers } };
}

/** Of an attempt that the background did not survive, the headers are the ones of today; null: its endpoint is gone. */
async function nowSentBy({ asked }: Turn, { means }: Staff) {
  const { endpoint } = await means.choices(asked?.endpointId ?? null);
  return asked && endpoint.id !== asked.endpointId ? null : wouldSend(endpoint);
}

async function bodyWith(
  requestHash: string,
  mould: Mould,
  fillings: Iterable<Filling>,
): Promise<string | null> {
  for (const filling of fillings) {
    const body = bodyOf(mould, filling);
    if (body !== null && (await digest(body)) === requestHash) return body;
  }
  return null;
}

/** Words that came to the user's list after a turn are hidden in later ones alone: the last are left out one by one. */
function* asItMayHaveLeft(
  { found }: Run,
  source: Source,
  beside: Pick<Filling, 'file' | 'answers'>,
): Generator<Filling> {
  const words = wordsIn(found);
  for (let count = words?.length ?? 0; count >= 0; count -= 1) {
    const hidden = words?.slice(0, count) ?? null;
    const { text, around } = leavingTogether(source, [], hidden, found ?? []).source;
    yield { text, around, ...beside };
  }
}

async function fileOf({ media }: Source, { files }: Staff): Promise<string | null> {
  const read = media && (await mediaData(media, files));
  return read?.kind === 'data' ? read.data : null;
}
