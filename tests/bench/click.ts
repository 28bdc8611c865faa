import type { Page } from '../browsers/browser';
import { until } from '../browsers/poll';
import { place } from '../browsers/view';
import { nextPost } from './clock';
import type { Stage, Subject } from './stage';
import { median, type Row } from './table';

interface Contender {
  readonly subject: Subject;
  /** Items below its own in the menu, from *Inspect* on. */
  readonly below: number;
}

/** ms. `delivery`: from the key to the listener, where the extension tells it. */
interface Sample {
  readonly whole: number;
  readonly delivery: number;
}

const states = ['warm', 'stopped'] as const;

/**
 * From a click in the real context menu to the headers of the request at the stand-in. The clock starts when the key
 * that chooses the item is pressed; what the key takes to reach a running listener is the browser's, is told by the
 * bare extension and taken off all samples.
 */
export async function measureClicks(stage: Stage, rounds: number): Promise<readonly Row[]> {
  const { ours, limits, pages, tabs } = stage;
  const contenders: readonly Contender[] = [
    { subject: limits.bare, below: 2 },
    { subject: ours, below: 1 },
  ];
  const page = await tabs.open(pages.article);
  await page.select('#lead');
  const samples = states.map(() => contenders.map((): Sample[] => []));
  // The first round only warms up.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [s, state] of states.entries()) {
      for (const [c, contender] of contenders.entries()) {
        if (state === 'stopped') await contender.subject.killBackground();
        const sample = await clickOnce(stage, page, contender);
        if (round > 0) samples[s]?.[c]?.push(sample);
      }
    }
  }
  await page.close();
  const delivery = median(samples[0]?.[0]?.map((sample) => sample.delivery) ?? []);
  return states.map((state, s) => {
    const [limit = Number.NaN, our = Number.NaN] = (samples[s] ?? []).map(
      (list) => median(list.map(({ whole }) => whole)) - delivery,
    );
    const goal = { times: state === 'warm' ? 1.5 : 2 };
    return { metric: `Click to request, worker ${state}`, unit: 'ms', limit, ours: our, goal };
  });
}

async function clickOnce(stage: Stage, page: Page, { subject, below }: Contender): Promise<Sample> {
  const { screen, api } = stage;
  const posted = nextPost();
  const spot = await place(page.evaluate, '#lead', true);
  await screen.openMenu(spot);
  const ups = Array<string>(below).fill('Up');
  await screen.xdo('key', '--delay', 40, 'End', ...ups);
  const told = await screen.xdo('exec', '--sync', '--args', 2, 'date', '+%s%N', 'key', 'Return');
  const pressed = Number(told) / 1e6;
  const { at, headers } = await posted;
  await subject.popup();
  await until('the answer to end', () => api.requests.at(-1)?.answered?.finishedAt !== undefined);
  await subject.closePopup();
  return { whole: at - pressed, delivery: Number(headers['x-clicked']) - pressed };
}
