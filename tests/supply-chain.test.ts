import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const { dependencies, devDependencies, overrides } = JSON.parse(
  readFileSync('package.json', 'utf8'),
) as Record<'dependencies' | 'devDependencies' | 'overrides', Readonly<Record<string, string>>>;

describe('what Gloss is made of', () => {
  const names = Object.keys(dependencies);

  test('is at most nine libraries', () => expect(names.length).toBeLessThanOrEqual(9));

  test.each(names)('says in ARCHITECTURE.md why %s is there', (name) => {
    const reasons = /^Dependencies in the extension:.*?\n\n/ms.exec(
      readFileSync('ARCHITECTURE.md', 'utf8'),
    )?.[0];
    expect(reasons).toContain(`\`${name}\` `);
  });

  test('is pinned to exact versions, in the tools as well', () => {
    const all = { ...dependencies, ...devDependencies, ...overrides };
    const loose = Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
  });

  test('is what the lock file holds, each package with the hash of its content', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { integrity?: string; link?: true; inBundle?: true }>;
    };
    const unsure = Object.entries(packages).filter(
      ([path, { integrity, inBundle }]) =>
        path !== '' && !inBundle && !integrity?.startsWith('sha512-'),
    );
    expect(unsure.map(([path]) => path)).toEqual([]);
  });
});

describe.each(['chrome', 'firefox'])('the build for %s', (browser) => {
  const root = join('.output', `${browser}-mv3`);
  const files = filesIn(root);
  const code = files.filter((path) => /\.(js|html|css)$/.test(path));
  const found = (pattern: RegExp) =>
    code.flatMap((path) => readFileSync(join(root, path), 'utf8').match(pattern) ?? []);

  test.each([
    [
      'code from strings',
      /\beval\(|\bFunction\(|\bimportScripts\(|\bimport\((?!["'`](?:\.|node:buffer))/g,
    ],
    ['markup from strings', /insertAdjacentHTML|outerHTML|document\.write|DOMParser/g],
    [
      'ears for other extensions',
      /on(Message|Connect)External\.|["'`]on(Message|Connect)External/g,
    ],
  ])('has no %s', (_, pattern) => expect(found(pattern)).toEqual([]));

  test('sets innerHTML in one place, Preact’s own, which no view of ours asks for', () => {
    expect(found(/\.innerHTML=(?!=)/g)).toHaveLength(1);
    expect(found(/dangerouslySetInnerHTML:/g)).toEqual([]);
  });

  test('names no address without encryption, but this computer and the names of XML', () => {
    const hosts = found(/http:\/\/[\w.[-]+/g).map((address) => address.slice(7));
    expect(new Set(hosts)).toEqual(new Set(['localhost', 'www.w3.org']));
  });

  test('tells of all that is bundled under which licence it is', () => {
    const text = readFileSync(join(root, 'third-party.txt'), 'utf8');
    const heads = [...text.matchAll(/^(\S+) \d+\.\d+\.\d+ \((\S+)\)$/gm)];
    expect(Object.fromEntries(heads.map(([, name, licence]) => [name, licence]))).toEqual({
      '@anthropic-ai/sdk': 'Apache-2.0',
      '@opentelemetry/api': 'Apache-2.0',
      '@wxt-dev/browser': 'MIT',
      '@wxt-dev/storage': 'MIT',
      '@wxt-dev/webextension-polyfill': 'MIT',
      idb: 'ISC',
      marked: 'MIT',
      preact: 'MIT',
      superlock: 'MIT',
      valibot: 'MIT',
      'webextension-polyfill': 'MPL-2.0',
      wxt: 'MIT',
    });
  });

  test('is the same a second time and in another place, byte for byte', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'gloss-build-'));
    try {
      await buildInto(elsewhere, browser);
      const again = join(elsewhere, `${browser}-mv3`);
      expect(filesIn(again)).toEqual(files);
      const differing = files.filter(
        (path) => !readFileSync(join(again, path)).equals(readFileSync(join(root, path))),
      );
      expect(differing).toEqual([]);
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  });
});

/** In a process of its own: what vitest sets in its environment makes another build. */
async function buildInto(outDir: string, browser: string): Promise<void> {
  const script = `import('wxt').then(({ build }) => build(${JSON.stringify({ browser, outDir })}))`;
  const { NODE_ENV: _, ...env } = process.env;
  await promisify(execFile)(process.execPath, ['-e', script], { env });
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .toSorted();
}
