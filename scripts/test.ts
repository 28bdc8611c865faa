import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installBrowsers } from '../tests/browsers/install';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Step {
  readonly name: string;
  run(): Promise<Count>;
}

const reports = mkdtempSync(join(tmpdir(), 'gloss-test-'));

/** Runs a program to its end; resolves with its exit code. */
function run(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

const npx = (...args: string[]) => run('npx', ['--no-install', ...args]);

/** One thing to be true: it counts as one test. */
function check(name: string, ...args: string[]): Step {
  return {
    name,
    run: async () =>
      (await npx(...args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
  };
}

/** A project of vitest.config.ts, counted test by test; a run that breaks off counts as one failure at least. */
function tests(project: string): Step {
  return {
    name: `tests: ${project}`,
    async run() {
      const report = join(reports, `${project}.json`);
      const code = await npx(
        'vitest',
        'run',
        '--project',
        project,
        '--reporter=default',
        '--reporter=json',
        `--outputFile=${report}`,
      );
      const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(
        readFileSync(report, 'utf8'),
      ) as {
        numPassedTests: number;
        numFailedTests: number;
      };
      return { passed, failed: code === 0 ? failed : Math.max(1, failed) };
    },
  };
}

/** Steps that run side by side: one of them mostly waits. */
function together(...parts: readonly Step[]): Step {
  return {
    name: parts.map(({ name }) => name).join(' and '),
    async run() {
      const counts = await Promise.all(parts.map((part) => part.run()));
      return {
        passed: counts.reduce((sum, { passed }) => sum + passed, 0),
        failed: counts.reduce((sum, { failed }) => sum + failed, 0),
      };
    },
  };
}

const browsers: Step = {
  name: 'browsers',
  async run() {
    installBrowsers();
    return { passed: 0, failed: 0 };
  },
};

const steps: readonly Step[] = [
  { name: 'prepare', run: async () => ({ passed: 0, failed: await npx('wxt', 'prepare') }) },
  check('types', 'tsc', '--noEmit'),
  check('lint', 'biome', 'ci', '--error-on-warnings', '.'),
  check('dead code', 'knip'),
  tests('unit'),
  check('build for Chrome', 'wxt', 'build'),
  check('build for Firefox', 'wxt', 'build', '-b', 'firefox'),
  tests('shipped'),
  browsers,
  check('every view in every state, with axe', 'jiti', 'tests/gallery/shoot.ts'),
  together(tests('lifetime'), tests('e2e')),
];

const total = { passed: 0, failed: 0 };
for (const step of steps) {
  const began = Date.now();
  const count = await step.run().catch((error: unknown) => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  total.passed += count.passed;
  total.failed += count.failed;
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`${count.failed === 0 ? 'ok' : 'FAILED'}: ${step.name} (${seconds} s)\n`);
}
rmSync(reports, { recursive: true });
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
