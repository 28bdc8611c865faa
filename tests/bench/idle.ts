import type { Cdp } from '../browsers/cdp';
import { startChromium } from '../browsers/chromium-process';
import { attach, evaluateIn, loaded } from '../browsers/chromium-surface';
import { prepareSurroundings } from '../browsers/surroundings';
import { buildFor } from '../e2e/support';
import { servePages } from '../pages/serve';
import { median, type Row } from './table';

const measures = {
  JSHeapUsedSize: ['Heap added to an idle page', 'B'],
  Nodes: ['Nodes added', ''],
  JSEventListeners: ['Listeners added', ''],
  ScriptDuration: ['Script time added', 'ms'],
} as const;
type Measure = keyof typeof measures;
type Metrics = Readonly<Record<Measure, number>>;

/** The same page in new tabs, in turn with our extension in the browser and without any. */
export async function measureIdlePages(rounds: number): Promise<readonly Row[]> {
  const options = { extensionDir: buildFor('chromium'), headless: true };
  const [around, pages] = await Promise.all([prepareSurroundings(options), servePages()]);
  const { cdp, extensionId } = await startChromium(options.extensionDir, options, around);
  const without: Metrics[] = [];
  const withOurs: Metrics[] = [];
  let id = extensionId;
  for (let round = 0; round <= rounds; round += 1) {
    const ours = await metricsOf(cdp, pages.article);
    await cdp.send('Extensions.uninstall', { id });
    const bare = await metricsOf(cdp, pages.article);
    const again = { path: options.extensionDir };
    id = (await cdp.send<{ id: string }>('Extensions.loadUnpacked', again)).id;
    if (round === 0) continue;
    withOurs.push(ours);
    without.push(bare);
  }
  await around.kill();
  await pages.close();
  return Object.entries(measures).map(([key, [metric, unit]]) => {
    const of = (list: readonly Metrics[]) => median(list.map((metrics) => metrics[key as Measure]));
    return { metric, unit, ours: of(withOurs) - of(without), goal: { atMost: 0 } };
  });
}

async function metricsOf(cdp: Cdp, url: string): Promise<Metrics> {
  const { targetId } = await cdp.send<{ targetId: string }>('Target.createTarget', { url });
  const session = await attach(cdp, targetId);
  await loaded((expression) => evaluateIn(cdp, session, expression), url);
  await cdp.send('Performance.enable', {}, session);
  await cdp.send('HeapProfiler.collectGarbage', {}, session);
  const { metrics } = await cdp.send<{ metrics: readonly { name: string; value: number }[] }>(
    'Performance.getMetrics',
    {},
    session,
  );
  await cdp.send('Target.closeTarget', { targetId });
  const of = (name: Measure) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  return {
    JSHeapUsedSize: of('JSHeapUsedSize'),
    Nodes: of('Nodes'),
    JSEventListeners: of('JSEventListeners'),
    ScriptDuration: 1000 * of('ScriptDuration'),
  };
}
