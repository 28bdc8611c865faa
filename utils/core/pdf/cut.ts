import { bytesOf } from '../latin1';
import type { Objects, PdfObject } from './objects';
import type { Page, PageTree } from './pages';
import { type Dictionary, isDictionary, isList, isReference, type Value } from './syntax';

/** What of a page leads out of it, or is not needed to see it. */
const dropped = ['/Parent', '/B', '/PieceInfo', '/Metadata', '/Thumb', '/StructParents', '/AA'];

/** Numbers of the new file's first two objects. */
const [catalogNumber, rootNumber] = [1, 2];

/** A PDF with some of a file's pages alone, in pieces. What leads to other pages leads to nothing there. */
export function cutPages(
  { catalog, nodes }: PageTree,
  pages: readonly Page[],
  objects: Objects,
): readonly Uint8Array[] {
  const writer = startFile();
  const renaming = createRenaming(rootNumber, new Set(nodes));
  const kids = pages.map(({ number }) => renaming.admit(number));
  const layers = catalog.get('/OCProperties');
  const head = new Map<string, Value>([
    ['/Type', '/Catalog'],
    ['/Pages', { ref: rootNumber }],
    // Which layers are seen is said there.
    ...(layers === undefined ? [] : [['/OCProperties', renaming.apply(layers)] as const]),
  ]);
  writer.add(catalogNumber, { value: head, stream: null });
  const root = new Map<string, Value>([
    ['/Type', '/Pages'],
    ['/Kids', kids.map((ref) => ({ ref }))],
    ['/Count', String(kids.length)],
  ]);
  writer.add(rootNumber, { value: root, stream: null });
  for (const [index, page] of pages.entries()) {
    const own = [...page.dictionary].filter(([key]) => !dropped.includes(key));
    const value = renaming.apply(new Map(own));
    if (!isDictionary(value)) continue;
    const whole = new Map([
      ...value,
      ['/Type', '/Page'],
      ['/Parent', { ref: rootNumber }],
    ] as const);
    writer.add(kids[index] ?? 0, { value: whole, stream: null });
  }
  for (const [number, was] of renaming.waiting()) {
    const { value, stream } = objects.get(was) ?? { value: 'null', stream: null };
    writer.add(number, { value: renaming.apply(value), stream });
  }
  return writer.end();
}

/** New numbers for objects, in the order in which they are met. */
function createRenaming(last: number, closed: ReadonlySet<number>) {
  const names = new Map<number, number>();
  const queue: [number, number][] = [];
  let latest = last;
  const name = (was: number) => {
    latest += 1;
    names.set(was, latest);
    return latest;
  };
  const refer = (was: number): Value => {
    const known = names.get(was);
    if (known !== undefined) return { ref: known };
    if (closed.has(was)) return 'null';
    const number = name(was);
    queue.push([number, was]);
    return { ref: number };
  };
  function apply(value: Value): Value {
    if (isReference(value)) return refer(value.ref);
    if (isList(value)) return value.map(apply);
    if (!isDictionary(value)) return value;
    return new Map([...value].map(([key, entry]) => [key, apply(entry)] as const));
  }
  return {
    /** A page that is kept, with its new number. */
    admit: name,
    apply,
    /** Objects that are referred to and not yet written; grows while it is gone through. */
    *waiting(): Generator<[number, number]> {
      for (let next = queue.pop(); next; next = queue.pop()) yield next;
    },
  };
}

function startFile() {
  const pieces: Uint8Array[] = [];
  const offsets: number[] = [];
  let length = 0;
  const put = (piece: Uint8Array) => {
    pieces.push(piece);
    length += piece.length;
  };
  const write = (text: string) => put(bytesOf(text));
  // Four bytes beyond ASCII say that the file is binary.
  write('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  return {
    add(number: number, { value, stream }: PdfObject) {
      offsets[number] = length;
      const body = stream && isDictionary(value) ? withLength(value, stream.length) : value;
      write(`${number} 0 obj\n${written(body)}\n`);
      if (stream) {
        write('stream\n');
        put(stream);
        write('\nendstream\n');
      }
      write('endobj\n');
    },
    end() {
      const start = length;
      const lines = Array.from(
        offsets.slice(1),
        (at) => `${String(at).padStart(10, '0')} 00000 n \n`,
      );
      const trailer = `trailer\n<< /Size ${offsets.length} /Root ${catalogNumber} 0 R >>`;
      const table = `xref\n0 ${offsets.length}\n0000000000 65535 f \n${lines.join('')}`;
      write(`${table}${trailer}\nstartxref\n${start}\n%%EOF\n`);
      return pieces;
    },
  };
}

function withLength(dictionary: Dictionary, length: number): Dictionary {
  return new Map([...dictionary, ['/Length', String(length)]]);
}

function written(value: Value): string {
  if (isReference(value)) return `${value.ref} 0 R`;
  if (isList(value)) return `[${value.map(written).join(' ')}]`;
  if (!isDictionary(value)) return value;
  return `<< ${[...value].map(([key, entry]) => `${key} ${written(entry)}`).join(' ')} >>`;
}
