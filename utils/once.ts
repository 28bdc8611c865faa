/** Calls `act` the first time only. */
export function once(act: () => void): () => void {
  let called = false;
  return () => {
    if (!called) act();
    called = true;
  };
}
