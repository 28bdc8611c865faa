import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installBrowsers } from '../tests/browsers/install';
import { outcomesOf } from '../tests/trust/outcomes';
import { counts, line, resultOf, rows } from '../tests/trust/table';

const shown = rows.flatMap((row) => ('shown' in row ? row.shown : []));
const files = [...new Set(shown.map(([file]) => join('tests', file)))];
const names = [...new Set(shown.map(([, name]) => name))].map((name) =>
  name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
);

const folder = mkdtempSync(join(tmpdir(), 'gloss-trust-'));
const report = join(folder, 'report.json');
const npx = (...args: string[]) =>
  execFileSync('npx', ['--no-install', ...args], { stdio: 'inherit' });
installBrowsers();
npx('wxt', 'build');
npx('wxt', 'build', '-b', 'firefox');
const run = ['vitest', 'run', ...files, '-t', names.join('|'), '--reporter=default'];
spawnSync('npx', ['--no-install', ...run, '--reporter=json', `--outputFile=${report}`], {
  stdio: 'inherit',
});
const outcomes = outcomesOf(report);
rmSync(folder, { recursive: true });

const results = rows.map((row) => resultOf(row, outcomes));
for (const [index, row] of rows.entries()) {
  const result = results[index];
  if (result) console.log(line(row, result));
}
console.log(counts(results));
process.exitCode = results.some(({ kind }) => kind === 'failed') ? 1 : 0;
