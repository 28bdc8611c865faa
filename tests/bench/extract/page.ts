import { atOnce } from '../../../utils/core/steps';
import { extract } from '../../../utils/page/extract/extract';
import type { Model } from '../../../utils/page/extract/forest';
import { kindsOf } from '../../../utils/page/extract/kinds';
import { readBlocks } from '../../../utils/page/extract/read';
import type { Seen } from '../../../utils/page/extract/seen';
import { inSlices, pageSlice } from '../../../utils/page/slices';
import { libraries } from './libraries';
import { watchTasks } from './tasks';

interface Bench {
  /** Nothing but the engine; its ms by the clock. `model` is asked by the engine of ours alone. */
  run(name: string, model: Model | null): Promise<number>;
  /** What the engine made of the page. */
  text(): string;
  /** Runs an engine; the longest that nothing else could be done in the page meanwhile, in ms. */
  longestTask(name: string, model: Model | null): Promise<number>;
  see(): Seen;
}

declare global {
  var bench: Bench;
}

const never = () => false;
const limits = { text: 4_000_000, isLate: never };

type Engine = (model: Model | null) => string | (() => string) | Promise<string>;

const engines: Readonly<Record<string, Engine>> = {
  ...libraries,
  Gloss: async (model) => (await inSlices(extract(document, limits, never, model), pageSlice)).text,
};

let made: string | (() => string) = '';

async function run(name: string, model: Model | null): Promise<number> {
  const engine = engines[name];
  if (!engine) throw new Error(`There is no engine ${name}.`);
  const start = performance.now();
  const result = engine(model);
  made = result instanceof Promise ? await result : result;
  return performance.now() - start;
}

globalThis.bench = {
  run,
  text: () => (typeof made === 'string' ? made : made()),
  async longestTask(name, model) {
    const tasks = await watchTasks();
    await run(name, model);
    return tasks.longest();
  },
  see() {
    const about = { title: document.title, kinds: kindsOf(document) };
    return atOnce(readBlocks(document.body ?? document.documentElement, about, limits, false)).seen;
  },
};
