import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { installBrowsers } from '../tests/browsers/install';
import { outcomesOf } from '../tests/trust/outcomes';
import { counts, line, resultOf, rows } from '../tests/trust/table';

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
function npx(args: readonly string[], nice = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn('npx', ['--no-install', ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (nice > 0 && child.pid !== undefined) setPriority(child.pid, nice);
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** One thing to be true: it counts as one test. */
function check(name: string, args: readonly string[], nice = 0): Step {
  return {
    name,
    run: async () =>
      (await npx(args, nice)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
  };
}

/** A project of vitest.config.ts, counted test by test; a run that breaks off counts as one failure at least. */
function tests(project: string, shard = '1/1'): Step {
  return {
    name: `tests: ${project} ${shard}`,
    async run() {
      const report = join(reports, `${project}-${shard.replace('/', '-')}.json`);
      const code = await npx([
        'vitest',
        'run',
        '--project',
        project,
        `--shard=${shard}`,
        '--reporter=default',
        '--reporter=json',
        `--outputFile=${report}`,
      ]);
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

/** Steps that run side by side. */
function together(name: string, ...parts: readonly Step[]): Step {
  return { name, run: async () => sum(await Promise.all(parts.map(report))) };
}

function inTurn(name: string, ...parts: readonly Step[]): Step {
  return {
    name,
    async run() {
      const counts: Count[] = [];
      for (const part of parts) counts.push(await report(part));
      return sum(counts);
    },
  };
}

function sum(counts: readonly Count[]): Count {
  return {
    passed: counts.reduce((all, { passed }) => all + passed, 0),
    failed: counts.reduce((all, { failed }) => all + failed, 0),
  };
}

/** Runs a step and says how it went; one that breaks off has failed. */
async function report(step: Step): Promise<Count> {
  const began = Date.now();
  const count = await step.run().catch((error: unknown) => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`${count.failed === 0 ? 'ok' : 'FAILED'}: ${step.name} (${seconds} s)\n`);
  return count;
}

const browsers: Step = {
  name: 'browsers',
  async run() {
    installBrowsers();
    return { passed: 0, failed: 0 };
  },
};

/** Takes only what the tests beside it leave of the processor: their time counts. */
const gallery = check(
  'every view in every state, with axe',
  ['jiti', 'tests/gallery/shoot.ts', '--no-pictures'],
  10,
);

/** Each threat and each fault that tests are said to show: those tests ran above, and have passed. */
const trust: Step = {
  name: 'threats and faults',
  async run() {
    const outcomes = readdirSync(reports).flatMap((name) => outcomesOf(join(reports, name)));
    const results = rows.map((row) => ({ row, result: resultOf(row, outcomes) }));
    const failed = results.filter(({ result }) => result.kind === 'failed');
    for (const { row, result } of failed) console.log(line(row, result));
    console.log(counts(results.map(({ result }) => result)));
    return {
      passed: results.filter(({ result }) => result.kind === 'passed').length,
      failed: failed.length,
    };
  },
};

const steps: readonly Step[] = [
  // A build makes the types as well.
  together(
    'builds',
    check('build for Chrome', ['wxt', 'build']),
    check('build for Firefox', ['wxt', 'build', '-b', 'firefox']),
    browsers,
  ),
  together(
    'all tests',
    // Two minutes of waiting.
    tests('lifetime'),
    inTurn(
      'checks, then tests in browsers',
      together(
        'checks and unit tests',
        inTurn(
          'checks',
          check('types', ['tsc', '--noEmit']),
          check('lint', ['biome', 'ci', '--error-on-warnings', '.']),
          check('dead code', ['knip']),
          tests('shipped'),
        ),
        // A process for each core: of two workers in one, Vitest starts a process for each file.
        tests('unit', '1/2'),
        tests('unit', '2/2'),
      ),
      tests('e2e'),
    ),
    gallery,
  ),
  trust,
];

const total = await inTurn('npm test', ...steps).run();
rmSync(reports, { recursive: true });
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
