import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { describe, expect, test } from 'vitest';

interface Import {
  /** `utils/core/runs/run`, or a package's name. */
  readonly from: string;
  readonly names: readonly string[];
  readonly typeOnly: boolean;
}

interface SourceFile {
  readonly path: string;
  /** Without comments. */
  readonly code: string;
  readonly lines: number;
  /** Also what is passed on, and what is loaded later. */
  readonly imports: readonly Import[];
  /** Names of what it exports itself. */
  readonly exports: readonly string[];
  /** Longest function, in lines. */
  readonly longest: { readonly line: number; readonly lines: number };
}

const rooms = ['entrypoints', 'components', 'utils'];

function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => normalize(join(folder, path)))
    .filter((path) => ending.test(path));
}

function read(path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  const parsed = parseSync(path, text);
  const { program, module, errors } = parsed;
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  let longest = { line: 0, lines: 0 };
  const measure = (node: { start: number; end: number }) => {
    const line = lineOf(node.start);
    const lines = lineOf(node.end) - line + 1;
    if (lines > longest.lines) longest = { line, lines };
  };
  new Visitor({
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(program);
  const code = parsed.comments.reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    text,
  );
  const exported = module.staticExports.flatMap(({ entries }) => entries);
  return {
    path,
    code,
    lines: text.split('\n').length - 1,
    imports: importsOf(path, text, module),
    exports: exported.flatMap(({ exportName }) => exportName.name ?? []),
    longest,
  };
}

type Parsed = ReturnType<typeof parseSync>['module'];

function importsOf(path: string, text: string, module: Parsed): readonly Import[] {
  const resolved = (from: string) =>
    from.startsWith('.') ? normalize(join(dirname(path), from)) : from;
  const taken = module.staticImports.map(({ moduleRequest, entries }) => ({
    from: resolved(moduleRequest.value),
    names: entries.flatMap(({ importName: { name, kind } }) =>
      kind === 'NamespaceObject' ? [] : (name ?? kind),
    ),
    typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
  }));
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, importName, isType }) =>
      moduleRequest
        ? [
            {
              from: resolved(moduleRequest.value),
              names: [importName.name ?? importName.kind],
              typeOnly: isType,
            },
          ]
        : [],
    ),
  );
  const later = module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
    from: resolved(text.slice(start + 1, end - 1)).replace(/\.ts$/, ''),
    names: [],
    typeOnly: false,
  }));
  return [...taken, ...passedOn, ...later];
}

const files = rooms.flatMap((room) => filesIn(room, /\.tsx?$/)).map(read);
const exportsOf = new Map(files.map((file) => [file.path.replace(/\.tsx?$/, ''), file.exports]));

/**
 * Of what is taken as a whole or loaded later no list says what is taken of it: whatever has the name of something that is
 * exported there.
 */
function namesTaken({ from, names }: Import, { code }: SourceFile): readonly string[] {
  if (names.length > 0) return names;
  const words = new Set(code.match(/[\w$]+/g));
  return (exportsOf.get(from) ?? []).filter((name) => words.has(name));
}

const styles = filesIn('components', /\.css$/);
const inRoom = (room: string) => files.filter((file) => file.path.startsWith(room));

/** Every import of a file that breaks a rule, as `file → import`. */
function offences(
  among: readonly SourceFile[],
  breaks: (entry: Import, file: SourceFile) => boolean,
): string[] {
  return among.flatMap((file) =>
    file.imports
      .filter((entry) => breaks(entry, file))
      .map((entry) => `${file.path} → ${entry.from}`),
  );
}

function mentions(pattern: RegExp, among: readonly SourceFile[] = files): string[] {
  return among.filter(({ code }) => pattern.test(code)).map(({ path }) => path);
}

describe('the house', () => {
  test('has a core that knows nothing of what is around it', () => {
    expect(offences(inRoom('utils/core/'), ({ from }) => !from.startsWith('utils/core/'))).toEqual(
      [],
    );
    expect(
      mentions(
        /\b(browser|chrome|document|window|navigator|fetch|setTimeout|setInterval|performance|crypto|indexedDB|localStorage)\b\s*[.(]|\b(globalThis|Date\.now|Math\.random)\b|\bnew Date\b(?!\([^)])/,
        inRoom('utils/core/'),
      ),
    ).toEqual([]);
  });

  test('has no file that needs itself: what is taken, types too, comes from below', () => {
    const needs = new Map(
      files.map(({ path, imports }) => [
        path.replace(/\.tsx?$/, ''),
        imports.map(({ from }) => from),
      ]),
    );
    const isBelow = new Set<string>();
    const circles: string[] = [];
    const descend = (path: string, above: readonly string[]) => {
      if (above.includes(path))
        circles.push([...above.slice(above.indexOf(path)), path].join(' → '));
      else if (!isBelow.has(path))
        for (const needed of needs.get(path) ?? []) descend(needed, [...above, path]);
      isBelow.add(path);
    };
    for (const path of needs.keys()) descend(path, []);
    expect(circles).toEqual([]);
  });

  test('lets one room talk to the SDK', () => {
    const sdk = offences(files, ({ from }) => from.startsWith('@anthropic-ai/sdk'));
    expect(sdk.filter((offence) => !offence.startsWith('utils/endpoints/anthropic'))).toEqual([]);
    expect(offences(files, ({ from }) => from === '@anthropic-ai/sdk')).toEqual([]);
  });

  test('lets few talk to the browser', () => {
    const may =
      /^(entrypoints\/(background\.ts|\w+\/[\w-]+\.tsx?)|utils\/(messages\/(send|run-port)|capture\/(capture|put-text|show-passage)|platform\/platform(-\w+)?|gestures\/menu|i18n)\.ts|utils\/store\/)/;
    const asks = offences(files, ({ from, typeOnly }) => from === 'wxt/browser' && !typeOnly);
    expect(asks.filter((offence) => !may.test(offence))).toEqual([]);
    expect(mentions(/\bchrome\./)).toEqual([]);
    expect(mentions(/webextension-polyfill/)).toEqual([]);
  });

  test('gives the page nothing but what it reads there', () => {
    const injected = files.filter(({ path }) =>
      /^(entrypoints\/(capture|put-text|show-passage)|utils\/page\/)/.test(path),
    );
    expect(
      offences(
        injected,
        ({ from }) => !/^(utils\/(core|page)\/|wxt\/utils\/define-unlisted-script$)/.test(from),
      ),
    ).toEqual([]);
  });

  test('has views that read and ask, and write nothing', () => {
    const writers =
      /^(save|write|change|forget|create|leave|drop|fill|mend|learn|count|begin|journal|ledger)/;
    const views = files.filter(({ path }) => /^(components\/|entrypoints\/\w+\/)/.test(path));
    expect(
      offences(
        views,
        (entry, file) =>
          entry.from.startsWith('utils/store/') &&
          namesTaken(entry, file).some((name) => writers.test(name)),
      ),
    ).toEqual([]);
    expect(mentions(/\bstore\.(save|write|change|forget)/, views)).toEqual([]);
    expect(
      offences(
        views,
        ({ from, typeOnly }) =>
          /^utils\/(runs\/(runner|conduct|live-run)|commands|keys|access|restore|retention|endpoints)/.test(
            from,
          ) && !typeOnly,
      ),
    ).toEqual([]);
  });

  test.each([
    ['the key', /^readKey$/, ['utils/access']],
    [
      'keys that are kept',
      /^(saveKey|moveKey|forgetKey|unlock|lockNow|changePassphrase|forgetPassphrase)$/,
      ['utils/keys', 'utils/commands/key-commands', 'utils/change'],
    ],
    ['the lock', /^(make|open|change|close|delete)Lock$/, ['utils/store/vault']],
    ['what opens keys', /^dataKey$/, ['utils/store/vault']],
    ['settings', /^changeSettings$/, ['utils/change', 'utils/store/loss']],
    [
      'what settings may be',
      /^settings(Schema|Change)$/,
      ['utils/messages/incoming', 'utils/restore'],
    ],
    [
      'own actions',
      /^(write|forget)OwnActions$/,
      ['action', 'setting'].map((name) => `utils/commands/${name}-commands`),
    ],
    ['the model list', /^(write|keep)Models(Of)?$/, ['utils/keys', 'utils/change']],
    [
      'what waits for a site',
      /^(leave|drop|read|take)Errand$/,
      ['utils/capture/hosts', 'utils/platform/platform-sites', 'utils/store/take-errand'],
    ],
    ['the journal', /^journal$/, ['entrypoints/background']],
    ['deleting runs', /^shelf$/, ['utils/runs/bin']],
    ['the making of heads', /^(fill|mend)Heads$/, ['utils/commands/history-commands']],
    ['the ledger', /^ledger$/, ['entrypoints/background']],
    ['files', /^createFiles$/, ['entrypoints/background']],
    ['which run is a tab’s', /^createTabRuns$/, ['entrypoints/background']],
    [
      'the database',
      /^database$/,
      [
        'answers',
        'delete-runs',
        'files',
        'fill-heads',
        'ledger',
        'ledger-days',
        'ledger-lines',
        'lock',
        'loss',
        'opening',
        'past-runs',
        'past-texts',
        'questions',
        'runs',
        'spent',
        'vault-record',
      ].map((name) => `utils/store/${name}`),
    ],
  ])('lets nobody but its owner handle %s', (_, names, owners) => {
    const users = files
      .filter((file) =>
        file.imports.some(
          (entry) =>
            entry.from.startsWith('utils/store/') &&
            namesTaken(entry, file).some((name) => names.test(name)),
        ),
      )
      .map(({ path }) => path.replace(/\.tsx?$/, ''));
    expect(users.toSorted()).toEqual(owners.toSorted());
  });

  test.each([
    [
      'markup from strings',
      /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|DOMParser|createContextualFragment|setHTML/,
    ],
    ['code from strings', /\beval\(|new Function|setTimeout\(\s*['"`]/],
    ['a console', /console\./],
    ['an escape from the types', /\bas any\b|: any\b|<any>|@ts-(ignore|expect-error|nocheck)/],
    ['listeners for other extensions', /onMessageExternal|onConnectExternal/],
    ['an unencrypted address', /['"`]http:\/\/(?!localhost|127\.0\.0\.1|www\.w3\.org)/],
  ])('never uses %s', (_, pattern) => expect(mentions(pattern)).toEqual([]));

  test('lets one file give a page markup: tags of its own around escaped text', () => {
    expect(mentions(/insertHTML/)).toEqual(['utils/page/type-text.ts']);
  });

  test('has files of one job: at most 200 lines, half of them at most 60', () => {
    const lengths = files.map(({ lines }) => lines).toSorted((a, b) => a - b);
    expect(files.filter(({ lines }) => lines > 200).map(({ path }) => path)).toEqual([]);
    expect(styles.filter((path) => readFileSync(path, 'utf8').split('\n').length > 201)).toEqual(
      [],
    );
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(60);
  });

  test('has styles that use no value that is declared nowhere', () => {
    const all = styles.map((path) => readFileSync(path, 'utf8')).join('\n');
    const used = new Set([...all.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
    const declared = new Set([...all.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
    expect([...used].filter((name) => !declared.has(name))).toEqual([]);
  });

  test('has functions of one thought: at most 40 lines', () => {
    const long = files.filter(({ longest }) => longest.lines > 40);
    expect(long.map(({ path, longest }) => `${path}:${longest.line} (${longest.lines})`)).toEqual(
      [],
    );
  });

  test('knows browser differences in one place', () => {
    expect(
      mentions(
        /import\.meta\.env\.(BROWSER|FIREFOX|CHROME)|userAgent|sidebarAction|sidePanel|[a-z]Firefox\b/,
      ).filter((path) => !path.startsWith('utils/platform/')),
    ).toEqual([]);
  });
});
