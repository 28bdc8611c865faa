import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const kB = 1000;

describe.each(['chrome-mv3', 'firefox-mv3'])('%s', (target) => {
  const root = join('.output', target);
  const bytes = (path: string) => statSync(join(root, path)).size;

  const weigh = (paths: Iterable<string>) => [...paths].reduce((sum, path) => sum + bytes(path), 0);

  /** A file with all that it loads before its first line runs: styles, modules, their static imports. */
  function closureOf(path: string, found = new Set<string>()): Set<string> {
    if (found.has(path)) return found;
    found.add(path);
    for (const next of loadedBy(path)) closureOf(next, found);
    return found;
  }

  function loadedBy(path: string): string[] {
    const text = readFileSync(join(root, path), 'utf8');
    const [pattern, base] = path.endsWith('.html')
      ? [/(?:src|href)="\/?([^"]+\.(?:js|css))"/g, '']
      : [/(?:^|[;}\n])import\s*(?:[\w${},*\s]+?from)?\s*["'](\.[^"']+)["']/g, dirname(path)];
    if (path.endsWith('.css')) return [];
    return [...text.matchAll(pattern)].map(([, to]) => posix.join(base, to ?? ''));
  }

  test('has a background of at most 358.6 kB', () => {
    expect(weigh(closureOf('background.js'))).toBeLessThanOrEqual(358.6 * kB);
  });

  test('shows its popup after at most 60 kB: what paints the skeleton, and the app behind it', () => {
    const closure = closureOf('popup.html');
    // Vite lists what an import of the app brings beside the import itself.
    for (const path of [...closure].filter((name) => name.startsWith('chunks/popup'))) {
      const text = readFileSync(join(root, path), 'utf8');
      for (const [, next] of text.matchAll(/"((?:chunks|assets)\/[^"]+)"/g))
        closureOf(next ?? '', closure);
    }
    expect([...closure].some((name) => name.startsWith('chunks/main'))).toBe(true);
    expect(weigh(closure)).toBeLessThanOrEqual(60 * kB);
  });

  // To the browser each costs about as much as all that is in it.
  test.each([
    ['popup.html', ['main', 'PreviewHere']],
    ['sidepanel.html', ['PreviewHere']],
    ['options.html', []],
    ['history.html', []],
  ])('shows %s with at most eight files of script', (path, later) => {
    const closure = closureOf(path);
    const chunks = readdirSync(join(root, 'chunks'));
    for (const name of later)
      closureOf(`chunks/${chunks.find((file) => file.startsWith(`${name}-`))}`, closure);
    const scripts = [...closure].filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(2);
    expect(scripts.length).toBeLessThanOrEqual(8);
  });

  test('puts at most 29.9 kB into a page to read a selection', () => {
    expect(bytes('capture.js')).toBeLessThanOrEqual(29.9 * kB);
  });

  test('puts at most 56.7 kB into a page to read all of it', () => {
    expect(bytes('capture-page.js')).toBeLessThanOrEqual(56.7 * kB);
  });

  test('puts at most 36.3 kB into a page to write a text', () => {
    expect(bytes('put-text.js')).toBeLessThanOrEqual(36.3 * kB);
  });

  test('puts at most 5 kB into a page to show a passage', () => {
    expect(bytes('show-passage.js')).toBeLessThanOrEqual(5 * kB);
  });

  test('weighs at most 560.8 kB as the store ships it, eight languages with it', () => {
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
      statSync(join(root, path)).isFile(),
    );
    const packed = files.reduce(
      (sum, path) => sum + gzipSync(readFileSync(join(root, path))).length + 2 * path.length + 100,
      0,
    );
    expect(packed).toBeLessThanOrEqual(560.8 * kB);
  });
});
