export interface Tasks {
  /** The longest that was waited for a turn since, in ms. */
  longest(): Promise<number>;
}

/** Asks for a turn again and again: what holds it up is one task. */
export async function watchTasks(): Promise<Tasks> {
  const { port1, port2 } = new MessageChannel();
  let [last, longest] = [performance.now(), 0];
  let onTurn: (() => void) | null = null;
  const turn = () =>
    new Promise<void>((resolve) => {
      onTurn = resolve;
    });
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    onTurn?.();
    port2.postMessage(0);
  };
  port2.postMessage(0);
  await turn();
  longest = 0;
  return {
    async longest() {
      await turn();
      port1.close();
      return longest;
    },
  };
}
