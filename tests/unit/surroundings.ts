import { vi } from 'vitest';
import { nothingBegun } from '../../components/preview/begun';
import type { Surroundings } from '../../components/surroundings';

/** Around a view of a kind, of a page in a tab: nothing that is asked of it happens. */
export function surroundingsOf(kind: Surroundings['kind']): Surroundings {
  return {
    kind,
    tabId: 7,
    page: 1,
    moves: 1,
    begun: nothingBegun(),
    drafts: new Map(),
    openOptions: vi.fn(),
    openPanel: vi.fn(),
    allowHost: vi.fn(),
    allowFor: vi.fn(),
    close: vi.fn(),
  };
}
