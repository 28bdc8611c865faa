import type { Stage } from './world';

/** What the first run of an engine on a page takes, in ms, and what it makes of the page. */
export interface FirstRun {
  /** Of the page's thread; what else the machine does is not in it. */
  readonly processor: number;
  readonly clock: number;
  readonly text: string;
}

/**
 * Runs an engine on a page that was just opened and laid out, in a world of its own. The browser may know the script from
 * pages before, and then does not compile it anew. `model`: JSON, for the engine that has one.
 */
export async function firstRun(
  stage: Stage,
  url: string,
  script: string,
  engine: string,
  model = 'null',
): Promise<FirstRun> {
  const world = await stage.open(url, script);
  await world.ask(`globalThis.model = ${model}; document.body?.offsetHeight`);
  const before = await stage.processorMs();
  const clock = await world.ask<number>(`bench.run(${JSON.stringify(engine)}, globalThis.model)`);
  const processor = (await stage.processorMs()) - before;
  return { processor, clock, text: await world.ask<string>('bench.text()') };
}
