import { vi } from 'vitest';

/** All that a view can ask about keys, watched. */
export function watchedKeyAsks() {
  return {
    save: vi.fn(),
    test: vi.fn(),
    move: vi.fn(),
    forget: vi.fn(),
    refresh: vi.fn(),
    lockNow: vi.fn(),
    forgetPassphrase: vi.fn(),
  };
}
