import { sliceMs } from '../../../utils/page/capture-main';
import { extract } from '../../../utils/page/extract/extract';
import type { Model } from '../../../utils/page/extract/forest';
import { kindsOf } from '../../../utils/page/extract/kinds';
import { readBlocks } from '../../../utils/page/extract/read';
import type { Seen } from '../../../utils/page/extract/seen';
import { atOnce, inSlices } from '../../../utils/page/extract/steps';
import { libraries } from './libraries';
import { watchTasks } from './tasks';

/** What an engine made of the page that this runs in. */
export interface Result {
  readonly text: string;
  readonly ms: number;
  /** The longest that nothing else could be done in the page, in ms. */
  readonly longest: number;
}

interface Bench {
  /** `model` is asked by the engine of ours alone. */
  run(name: string, model: Model): Promise<Result>;
  /** Nothing but the engine; its ms by the clock. */
  only(name: string, model: Model): Promise<number>;
  see(): Seen;
}

declare global {
  var bench: Bench;
}

const never = () => false;
const limits = { text: 4_000_000, isLate: never };

type Engine = (model: Model) => string | (() => string) | Promise<string>;

const engines: Readonly<Record<string, Engine>> = {
  ...libraries,
  Gloss: async (model) => (await inSlices(extract(document, limits, never, model), sliceMs)).text,
};

function engineOf(name: string): Engine {
  const engine = engines[name];
  if (!engine) throw new Error(`There is no engine ${name}.`);
  return engine;
}

globalThis.bench = {
  async run(name, model) {
    const engine = engineOf(name);
    const tasks = await watchTasks();
    const start = performance.now();
    const result = engine(model);
    const text = result instanceof Promise ? await result : result;
    const ms = performance.now() - start;
    const longest = await tasks.longest();
    return { text: typeof text === 'string' ? text : text(), ms, longest };
  },
  async only(name, model) {
    const start = performance.now();
    await engineOf(name)(model);
    return performance.now() - start;
  },
  see() {
    const about = { title: document.title, kinds: kindsOf(document) };
    return atOnce(readBlocks(document.body ?? document.documentElement, about, limits)).seen;
  },
};
