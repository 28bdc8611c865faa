import { extract } from '../../../utils/page/extract/extract';
import type { Model } from '../../../utils/page/extract/forest';
import { kindsOf } from '../../../utils/page/extract/kinds';
import { readBlocks } from '../../../utils/page/extract/read';
import type { Seen } from '../../../utils/page/extract/seen';
import { libraries } from './libraries';

/** What an engine made of the page that this runs in. */
export interface Result {
  readonly text: string;
  readonly ms: number;
}

interface Bench {
  /** `model` is asked by the engine of ours alone. */
  run(name: string, model: Model): Result;
  see(): Seen;
}

declare global {
  var bench: Bench;
}

const never = () => false;
const limits = { text: 4_000_000, isLate: never };

type Engine = (model: Model) => string | (() => string);

const engines: Readonly<Record<string, Engine>> = {
  ...libraries,
  Gloss: (model) => extract(document, limits, never, model).text,
};

globalThis.bench = {
  run(name, model) {
    const engine = engines[name];
    if (!engine) throw new Error(`There is no engine ${name}.`);
    const start = performance.now();
    const text = engine(model);
    const ms = performance.now() - start;
    return { text: typeof text === 'string' ? text : text(), ms };
  },
  see() {
    const about = { title: document.title, kinds: kindsOf(document) };
    return readBlocks(document.body ?? document.documentElement, about, limits).seen;
  },
};
