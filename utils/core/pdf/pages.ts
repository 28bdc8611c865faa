import type { Objects } from './objects';
import { type Dictionary, isDictionary, isList, isReference, type Value } from './syntax';

/** One page, with what it takes over from the nodes above it. */
export interface Page {
  readonly number: number;
  readonly dictionary: Dictionary;
}

export interface PageTree {
  readonly catalog: Dictionary;
  readonly pages: readonly Page[];
  /** Numbers of all pages and of the nodes above them. */
  readonly nodes: ReadonlySet<number>;
  /** Whether every reader of these objects finds just these pages. */
  readonly isSure: boolean;
}

/** Of one file at most: beyond it a file is taken for broken. */
const mostPages = 50_000;

/** What pages take over: PDF 32000-1, table 30. */
const inherited = ['/Resources', '/MediaBox', '/CropBox', '/Rotate'];

/** The pages of a file in their order; null where no catalog leads to any. */
export function pageTreeOf(objects: Objects): PageTree | null {
  for (const catalog of catalogs(objects)) {
    const tree = walk(catalog, objects);
    if (tree) return { ...tree, isSure: tree.isSure && rootsOf(objects).size === 1 };
  }
  return null;
}

function rootsOf({ trailers }: Objects): ReadonlySet<unknown> {
  const roots = trailers.flatMap((trailer) => trailer.get('/Root') ?? []);
  return new Set(roots.map((root) => (isReference(root) ? root.ref : root)));
}

/** The last one that a trailer names, else any object that calls itself one: a trailer may be lost. */
function* catalogs(objects: Objects): Generator<Dictionary> {
  for (const trailer of objects.trailers.toReversed()) {
    const root = objects.resolve(trailer.get('/Root'));
    if (isDictionary(root)) yield root;
  }
  for (const ref of objects.numbers()) {
    const value = objects.resolve({ ref });
    if (isDictionary(value) && value.get('/Type') === '/Catalog') yield value;
  }
}

interface Step {
  readonly node: Value;
  readonly above: Dictionary;
}

function walk(catalog: Dictionary, objects: Objects): PageTree | null {
  const pages: Page[] = [];
  const nodes = new Set<number>();
  let isSure = true;
  const stack: Step[] = [{ node: catalog.get('/Pages') ?? 'null', above: new Map() }];
  for (let step = stack.pop(); step; step = stack.pop()) {
    const { node, above } = step;
    // What was met before would go round for ever.
    const own = isReference(node) && !nodes.has(node.ref) ? objects.resolve(node) : null;
    if (!isReference(node) || !isDictionary(own)) {
      isSure = false;
      continue;
    }
    nodes.add(node.ref);
    const kids = objects.resolve(own.get('/Kids'));
    isSure &&= isList(kids) || !own.has('/Kids');
    const passedOn = new Map([...above, ...[...own].filter(([key]) => inherited.includes(key))]);
    if (isList(kids)) {
      for (const kid of kids.toReversed()) stack.push({ node: kid, above: passedOn });
    } else pages.push({ number: node.ref, dictionary: new Map([...passedOn, ...own]) });
    if (nodes.size > mostPages) return null;
  }
  return pages.length > 0 ? { catalog, pages, nodes, isSure } : null;
}
