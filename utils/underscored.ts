type Underscored<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : S;

/** A kind as it is written in message keys, where `-` is not allowed. */
export function underscored<S extends string>(kind: S): Underscored<S> {
  return kind.replaceAll('-', '_') as Underscored<S>;
}
