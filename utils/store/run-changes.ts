/** Which stored runs have changed is told to the lists that are open: no more than an id, and to nobody but our own pages. */
const channelName = 'runs';

/** Tells that a run was written or deleted; null: many were. */
export function tellChanged(runId: string | null): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(runId);
  channel.close();
}

/** Calls back whenever a run was written or deleted elsewhere; returns how to stop. */
export function onRunChanged(act: (runId: string | null) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === null || typeof data === 'string') act(data);
  };
  return () => channel.close();
}
