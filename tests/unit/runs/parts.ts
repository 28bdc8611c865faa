import { vi } from 'vitest';
import type { Capture } from '../../../utils/capture/capture';
import { usualLimits } from '../../../utils/core/money/budget';
import { type Source, usualAim } from '../../../utils/core/source/source';
import { createFeeds } from '../../../utils/runs/feeds';
import type { RunnerParts } from '../../../utils/runs/office';
import type { Start } from '../../../utils/runs/start';
import { memoryJournal } from '../../../utils/store/runs';
import { createTabRuns } from '../../../utils/store/tab-runs';
import { choicesWith, instructionFor, noAnswers, noCounts, nothingSpent } from '../support';

/** What a runner works with, but for who answers: storage in memory, and nothing that fails or is looked at. */
export function usualParts(): Omit<RunnerParts, 'open'> {
  let ids = 0;
  return {
    journal: memoryJournal(),
    ledger: { write: async () => {}, spentFrom: nothingSpent },
    limits: async () => usualLimits,
    tabRuns: createTabRuns(),
    feeds: createFeeds(() => performance.now()),
    time: { now: () => Date.now(), ticks: () => performance.now(), random: () => 0 },
    patience: { headers: 60_000, silence: 60_000, whole: 600_000 },
    isOnline: () => true,
    choices: async () => choicesWith(),
    findAccess: async () => ({ kind: 'granted', key: 'sk-ant-demo' }),
    newId: () => `id-${++ids}`,
    digest: async (text) => `hash of ${text.length}`,
    dataOf: async () => ({ kind: 'problem', problem: { kind: 'file-gone' } }),
    learnFrom: async () => {},
    countAnswer: async () => {},
    counts: noCounts,
    answers: noAnswers,
    keepAwake: () => () => {},
    showBadge() {},
    rested() {},
  };
}

/** A capture that finds this. */
export function reading(source: Source): () => Promise<Capture> {
  return async () => ({ kind: 'source', source });
}

/** *Summarize* on a text, with what a test wants otherwise. */
export function startOn(source: Source, change: Partial<Start> = {}): Start {
  return {
    ...instructionFor('summarize'),
    tabId: 1,
    private: false,
    saved: true,
    endpointId: null,
    aim: usualAim,
    capture: reading(source),
    ...change,
  };
}

/** `awake`: by how many a background is kept alive. */
export function countedAwake() {
  let count = 0;
  const keepAwake = () => {
    count += 1;
    return () => {
      count -= 1;
    };
  };
  return { awake: () => count, keepAwake };
}

/** From now on time goes by as a test wants it, but not for databases. */
export function fakeTime(now: number): void {
  vi.useFakeTimers({
    now,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
}
