import { vi } from 'vitest';
import { noCheaperWays } from '../../utils/core/money/cheaper';
import { nothingFits } from '../../utils/core/source/fit';

/** All that a run's view can ask for, to be looked at afterwards. */
export function runAsks() {
  return {
    stop: vi.fn(),
    stopWaiting: vi.fn(),
    send: vi.fn(),
    cancel: vi.fn(),
    choosePages: vi.fn(),
    tryAgain: vi.fn(),
    leave: vi.fn(),
    remedy: vi.fn(),
    paste: vi.fn(),
    whatFits: async () => nothingFits,
    tryFitting: vi.fn(),
    cheaperWays: async () => noCheaperWays,
    takeCheaper: vi.fn(),
    putText: vi.fn(),
    showPassage: vi.fn(),
    seePage: vi.fn(),
    keepOpen: vi.fn(),
    ask: vi.fn(),
    keepDraft: vi.fn(),
  };
}
