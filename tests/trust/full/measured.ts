/** What a test measured, in words: vitest's report carries it to the table. */
declare module 'vitest' {
  interface TaskMeta {
    measured?: string;
  }
}
