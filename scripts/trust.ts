import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { platform, release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../tests/browsers/find';
import { installBrowsers } from '../tests/browsers/install';
import { outcomesOf } from '../tests/trust/outcomes';
import { counts, line, resultOf, rows, shownOf } from '../tests/trust/table';

/** With what takes long times or many repeats; its result goes into `docs/`. */
const full = process.argv.includes('--full');
const shown = rows.flatMap((row) => shownOf(row, full));
// Whole: many a test goes on from where the one before it has left its browser.
const files = [...new Set(shown.map(([file]) => join('tests', file)))];

const folder = mkdtempSync(join(tmpdir(), 'gloss-trust-'));
const report = join(folder, 'report.json');
const npx = (...args: string[]) =>
  execFileSync('npx', ['--no-install', ...args], { stdio: 'inherit' });
installBrowsers();
npx('wxt', 'build');
npx('wxt', 'build', '-b', 'firefox');
const run = ['vitest', 'run', ...files, '--reporter=default'];
spawnSync('npx', ['--no-install', ...run, '--reporter=json', `--outputFile=${report}`], {
  stdio: 'inherit',
});
const outcomes = outcomesOf(report);
rmSync(folder, { recursive: true });

const results = rows.map((row) => resultOf(row, outcomes, full));
const lines = rows.flatMap((row, index) => {
  const result = results[index];
  return result ? [line(row, result)] : [];
});
for (const each of [...lines, counts(results)]) console.log(each);
if (full) writeFileSync('docs/trust.md', document(lines, counts(results)));
process.exitCode = results.some(({ kind }) => kind === 'failed') ? 1 : 0;

function document(told: readonly string[], end: string): string {
  const version = (browser: 'chromium' | 'firefox') =>
    execFileSync(findBrowser(browser)?.path ?? browser, ['--version'], { encoding: 'utf8' }).trim();
  const system = `${platform()} ${release().split('-')[0]}`;
  const on = [version('chromium'), version('firefox'), `Node ${process.version}`, system];
  return `# Threats and faults: the last full run

\`npm run test:trust -- --full\` wrote this on ${new Date().toISOString().slice(0, 10)}, with ${on.join(', ')}. ${end}.

${told.map((each) => `- ${each}`).join('\n')}
`;
}
