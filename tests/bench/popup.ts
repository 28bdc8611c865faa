import type { Stage, Subject } from './stage';
import { median, type Row } from './table';

/** ms since the call, and since the document's own start. */
interface Paints {
  readonly called: number;
  readonly first: number;
  readonly contentful: number;
}

/** From `openPopup`, called in the running worker, to what the real popup paints first. */
export async function measurePopups(stage: Stage, rounds: number): Promise<readonly Row[]> {
  const { plain, preact } = stage.limits;
  const page = await stage.tabs.open(stage.pages.article);
  const seen = new Map<Subject, Paints[]>([plain, preact, stage.ours].map((one) => [one, []]));
  const controls = new Map<Subject, Awaited<ReturnType<Subject['openControl']>>>();
  for (const subject of seen.keys()) controls.set(subject, await subject.openControl());
  for (let round = 0; round <= rounds; round += 1) {
    for (const [subject, paints] of seen) {
      await controls.get(subject)?.evaluate(wake);
      await page.bringToFront();
      const measured = await openOnce(subject);
      if (round > 0) paints.push(measured);
    }
  }
  for (const view of [page, ...controls.values()]) await view.close();
  const of = (subject: Subject, what: keyof Paints) =>
    median((seen.get(subject) ?? []).map((paints) => paints[what]));
  const row = (metric: string, what: keyof Paints, limit: Subject, times: number | null): Row => ({
    metric,
    unit: 'ms',
    limit: of(limit, what),
    ours: of(stage.ours, what),
    goal: times === null ? null : { times },
  });
  return [
    row('`openPopup` to first paint; limit: plain HTML', 'called', plain, 1.05),
    row('— the same; limit: empty Preact popup', 'called', preact, null),
    row('In the popup: first paint; limit: plain HTML', 'first', plain, null),
    row('In the popup: first paint; limit: empty Preact popup', 'first', preact, 1),
    row('In the popup: first words; limit: empty Preact popup', 'contentful', preact, null),
  ];
}

/** Our own command that has nothing to do; the limits answer anything. */
export const wake = 'await chrome.runtime.sendMessage({ kind: "stop", runId: "none" })';

/** Opens the popup from the running worker, and closes it once it has painted words. */
export async function openOnce(
  subject: Pick<Subject, 'inBackground' | 'popup' | 'closePopup'>,
): Promise<Paints> {
  const called = await subject.inBackground<number>(`
    const at = performance.timeOrigin + performance.now();
    await chrome.action.openPopup();
    return at;`);
  const popup = await subject.popup();
  const paints = await popup.waitUntil(() => {
    const [painted, contentful] = ['first-paint', 'first-contentful-paint'].map(
      (name) => performance.getEntriesByName(name)[0]?.startTime,
    );
    // Firefox tells of the first words only.
    const first = painted ?? contentful;
    return first && contentful ? { origin: performance.timeOrigin, first, contentful } : undefined;
  });
  await subject.closePopup();
  const { origin, first, contentful } = paints;
  return { called: origin + first - called, first, contentful };
}
