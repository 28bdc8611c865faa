import { basename } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { patience } from './tests/browsers/poll.ts';

// Vitest's reporter of failures needs it; Node 20 does not have it.
Map.groupBy ??= (items, keyOf) => {
  const groups = new Map();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index);
    index += 1;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};

/** These come first: a run shall not end with one of them alone. Measured; the rest is shorter than 35 s. */
const longest = [
  'problems',
  'main-job',
  'zoo',
  'survival',
  'stop',
  'popup',
  'link',
  'image',
  'refusing',
  'endpoints',
  'panel',
  'privacy',
  'options',
  'pdf',
].map((name) => `${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    const first = longest.flatMap((name) =>
      others.filter(({ moduleId }) => basename(moduleId) === name),
    );
    return [...first, ...others.filter((file) => !first.includes(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/architecture.test.ts'],
          mockReset: true,
          // A process for each file took three times the processor time; what is kept between files is in setup.ts.
          isolate: false,
          setupFiles: ['tests/unit/setup.ts'],
          // Properties of thousands of cases, beside other work on a small machine.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'shipped',
          include: ['tests/manifest.test.ts', 'tests/sizes.test.ts', 'tests/supply-chain.test.ts'],
          // The store's lint reads every file, beside other work on a small machine.
          testTimeout: 150_000,
        },
      },
      {
        // Two minutes of waiting, beside the other tests.
        test: {
          name: 'lifetime',
          include: ['tests/e2e/lifetime.test.ts'],
          setupFiles: ['tests/e2e/setup.ts'],
          hookTimeout: 120_000,
        },
      },
      {
        // Long times and many repeats: `npm run test:trust -- --full`.
        test: {
          name: 'full',
          include: ['tests/trust/full/**/*.test.ts'],
          setupFiles: ['tests/e2e/setup.ts'],
          maxWorkers: 2,
          // Streams, which do little but wait.
          maxConcurrency: 14,
          // With another number of workers, a group of its own: `npm run test:trust` runs several projects at once.
          sequence: { groupOrder: 2 },
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: ['tests/e2e/lifetime.test.ts'],
          globalSetup: ['tests/e2e/warm-up.ts'],
          setupFiles: ['tests/e2e/setup.ts'],
          // Each file has browsers and screens of its own; they mostly wait for each other.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: patience } },
        },
      },
    ],
  },
});
