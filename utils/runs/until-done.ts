/** Does it once. Where it has failed, as by a database that cannot be read yet, whoever asks next has it tried again. */
export function untilDone(work: () => Promise<void>): () => Promise<void> {
  let trying: Promise<void> | null = null;
  return () => {
    trying ??= work().catch(() => {
      trying = null;
    });
    return trying;
  };
}
