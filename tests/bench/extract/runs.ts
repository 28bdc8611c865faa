import type { Stage } from './world';

/** What an engine takes on a page, in ms, and what it makes of it. */
export interface Runs {
  /** The first run, of the page's thread; what else the machine does is not in it. */
  readonly processor: number;
  /** The first run, by the clock. */
  readonly clock: number;
  /** By the processor, the least of three more on the same page: the browser has learned the code by then. */
  readonly repeated: number;
  readonly text: string;
}

/**
 * Runs an engine on a page that was just opened and laid out, in a world of its own. The browser may know the script from
 * pages before, and then does not compile it anew. `model`: JSON, for the engine that has one.
 */
export async function runsOn(
  stage: Stage,
  url: string,
  script: string,
  engine: string,
  model = 'null',
): Promise<Runs> {
  const world = await stage.open(url, script);
  await world.ask(`globalThis.model = ${model}; document.body?.offsetHeight`);
  const run = async () => {
    const before = await stage.processorMs();
    const clock = await world.ask<number>(`bench.run(${JSON.stringify(engine)}, globalThis.model)`);
    return { processor: (await stage.processorMs()) - before, clock };
  };
  const first = await run();
  const text = await world.ask<string>('bench.text()');
  const more = [await run(), await run(), await run()];
  return { ...first, repeated: Math.min(...more.map(({ processor }) => processor)), text };
}
