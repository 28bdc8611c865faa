/** Tests that show a row: a file below `tests/`, and a part of their full names. All that have it must pass. */
export type Shown = readonly [file: string, name: string];

/** One threat (T1 and on) or fault (F1 and on). */
export type Row = {
  readonly id: `${'T' | 'F'}${number}`;
  /** What somebody tries, or what goes wrong. */
  readonly what: string;
} & (
  | {
      /** What the tests do and count. */
      readonly done: string;
      readonly shown: readonly [Shown, ...Shown[]];
      /** Further tests, with long times or many repeats: only `--full` runs them. */
      readonly full?: readonly Shown[];
    }
  | {
      readonly done: string;
      /** Shown by nothing but tests that only `--full` runs: what takes root, or has to be alone on the machine. */
      readonly onlyFull: readonly [Shown, ...Shown[]];
    }
  /** There is nothing here that could be threatened, or fail in this way. */
  | { readonly void: string }
  /** No test shows it yet. */
  | { readonly missing: string }
);
