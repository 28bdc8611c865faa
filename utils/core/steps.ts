/** Work that can pause wherever it yields; it is told whether it did, and the world may have changed meanwhile. */
export type Steps<T> = Generator<void, T, boolean>;

export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next(false);
    if (done) return value;
  }
}
