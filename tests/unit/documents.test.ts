import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const markdown = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

const rooms = [
  'components',
  'docs',
  'entrypoints',
  'modules',
  'public',
  'scripts',
  'tests',
  'utils',
];

/** All that is ours, from the root, each after a slash. */
const ours = [
  ...readdirSync(root),
  ...rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((path) =>
      join(room, path),
    ),
  ),
].map((path) => `/${path}`);

/** What only a build or a command makes. */
const isMade = (word: string) => /^(\.output|artifacts)\/|^third-party\.txt$/.test(word);
const isPath = (word: string) => /^[\w./*-]+(\.(tsx?|jsonc?|css|md|txt)|\w\/)$/.test(word);

/** What stands between backticks, word by word, since it may be a command. */
function pathsIn(text: string): string[] {
  const prose = text.replace(/```[\s\S]*?```/g, '');
  const quoted = [...prose.matchAll(/`([^`]+)`/g)].flatMap(([, words = '']) => words.split(/\s+/));
  return quoted.filter((word) => isPath(word) && !isMade(word));
}

/** Rooms may be left out in front, as in `store/runs.ts`; `*` is any part of a name. */
function exists(word: string): boolean {
  const parts = word.replace(/\/$/, '').split('*').map(escaped);
  const end = new RegExp(`/${parts.join('[^/]*')}$`);
  return ours.some((path) => end.test(path));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

describe.each([...markdown('.'), ...markdown('docs')])('%s', (path) => {
  test('names no file and no folder that is not there', () => {
    expect(pathsIn(read(path)).filter((word) => !exists(word))).toEqual([]);
  });

  test('has no link to a file that is not there', () => {
    const links = [...read(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)];
    const files = links.map(([, to = '']) => join(root, dirname(path), to));
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });
});

/** Names in code that a document places in a file: `name` in `file.ts`, or `file.ts` `name`. */
function placesIn(text: string): { readonly name: string; readonly file: string }[] {
  const file = '`([\\w./-]+\\.tsx?)`';
  const inFile = [...text.matchAll(new RegExp(`\`(\\w+)[^\`\\n]*\`\\s+in\\s+${file}`, 'g'))];
  const before = [...text.matchAll(new RegExp(`${file}\\s+\`(\\w+)`, 'g'))];
  return [
    ...inFile.map(([, name = '', path = '']) => ({ name, file: path })),
    ...before.map(([, path = '', name = '']) => ({ name, file: path })),
  ];
}

test.each(['ARCHITECTURE.md', 'CONTRIBUTING.md'])('%s finds names where they are', (path) => {
  const places = placesIn(read(path));
  expect(places.length).toBeGreaterThan(3);
  const astray = places.filter(({ name, file }) => {
    const among = ours.filter((each) => each.endsWith(`/${file}`));
    return !among.some((each) => new RegExp(`\\b${name}\\b`).test(read(each)));
  });
  expect(astray).toEqual([]);
});

test('what is named by its end alone is found, and what was moved is not', () => {
  expect(['store/runs.ts', 'utils/*.ts', 'extract/', 'tests/unit/'].filter(exists)).toHaveLength(4);
  expect(['utils/gone.ts', 'ns.ts', 'gone/', 'utils/*.css'].filter(exists)).toEqual([]);
});
