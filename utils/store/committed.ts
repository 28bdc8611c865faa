/** What work in a transaction comes to, once that is committed. Of what ends both, whoever waits is told, once. */
export async function committed<T>(
  { done }: { readonly done: Promise<void> },
  work: Promise<T>,
): Promise<T> {
  const [result] = await Promise.all([work, done]);
  return result;
}
