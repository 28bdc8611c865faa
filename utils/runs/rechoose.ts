import { withChosenPages, withinLimits } from '../core/pdf/limits';
import { waitsForConsent } from '../core/runs/run';
import { askedModel } from './choices';
import type { LiveRun } from './live-run';
import type { Means } from './means';
import { attend, type Office, takeUp } from './office';
import { planOf } from './plan';

/** Pages of a PDF, from 1, both included. */
export interface Pages {
  readonly from: number;
  readonly to: number;
}

/** Asks once more for the user's consent, now to other pages of the PDF that waits for it. */
export async function choosePages(office: Office, runId: string, pages: Pages): Promise<void> {
  // A follow-up is about what its run is about.
  const live = await takeUp(office, runId, (run) =>
    waitsForConsent(run) === 'action' ? run : null,
  );
  if (live) void attend(office, live, () => rechoose(live, office.parts, pages));
}

async function rechoose(live: LiveRun, means: Means, { from, to }: Pages): Promise<void> {
  const run = live.current();
  const { source: before, state, language, controls } = run;
  if (!before || state.kind !== 'confirming') return;
  const { endpointId, model } = state.estimate;
  const usual = await means.choices(endpointId);
  if (usual.endpoint.id !== endpointId) {
    return live.emit({ kind: 'failed', problem: { kind: 'endpoint-gone' } });
  }
  const choices = { ...usual, language, model };
  const source = withinLimits(withChosenPages(before, from, to), askedModel(choices));
  const { estimate } = planOf(run, source, choices, means.time.now());
  live.emit({ kind: 'captured', source, language, controls });
  live.emit({ ...state, kind: 'asked', estimate });
}
