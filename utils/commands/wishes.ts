/** Actions that were asked for where a view had to be opened first, because they have a question for the user. */
export interface Wishes {
  leave(tabId: number, actionId: string): void;
  /** The wish of a tab, once. */
  take(tabId: number): string | null;
}

export function createWishes(): Wishes {
  const left = new Map<number, string>();
  return {
    leave: (tabId, actionId) => void left.set(tabId, actionId),
    take(tabId) {
      const wish = left.get(tabId) ?? null;
      left.delete(tabId);
      return wish;
    },
  };
}
