import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unzip } from './unzip';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

type Package = 'chrome' | 'firefox' | 'sources';

/** Vitest's own mode would make another build. */
const { NODE_ENV: _, ...env } = process.env;

const npm = (cwd: string, ...args: readonly string[]) =>
  promisify(execFile)('npm', args, { cwd, env, maxBuffer: 64 * 1024 * 1024 });

const packed = (folder: string, name: Package) =>
  readFileSync(join(folder, `.output/gloss-${version}-${name}.zip`));

describe('the packages, made again from the sources that are handed to a reviewer', () => {
  let elsewhere: string;
  let first: Readonly<Record<Package, Buffer>>;

  beforeAll(async () => {
    await npm('.', 'run', 'zip');
    const [chrome, firefox, sources] = (['chrome', 'firefox', 'sources'] as const).map((name) =>
      packed('.', name),
    );
    if (!chrome || !firefox || !sources) throw new Error('There are three packages.');
    first = { chrome, firefox, sources };
    elsewhere = mkdtempSync(join(tmpdir(), 'gloss-sources-'));
    for (const [path, data] of unzip(sources)) {
      mkdirSync(join(elsewhere, dirname(path)), { recursive: true });
      writeFileSync(join(elsewhere, path), data);
    }
    await npm(elsewhere, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline');
    await npm(elsewhere, 'run', 'zip');
  }, 600_000);
  afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

  test.each(['chrome', 'firefox', 'sources'] as const)(
    'are the same for %s, byte for byte',
    (name) => {
      expect(packed(elsewhere, name).equals(first[name])).toBe(true);
    },
  );

  test('are the builds that are tested', () => {
    for (const name of ['chrome', 'firefox'] as const)
      for (const [path, data] of unzip(first[name]))
        expect(readFileSync(`.output/${name}-mv3/${path}`).equals(data), path).toBe(true);
  });

  test.runIf(existsSync('.git'))('hand on no file that is not in the repository', () => {
    const known = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n');
    expect([...unzip(first.sources).keys()].filter((path) => !known.includes(path))).toEqual([]);
  });
});
