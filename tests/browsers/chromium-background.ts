import type { Browser } from './browser';
import type { Cdp } from './cdp';
import { attach, evaluateIn, targets } from './chromium-surface';
import { until } from './poll';
import { callOf } from './script';

type Background = Pick<
  Browser,
  'killBackground' | 'backgroundIsAlive' | 'inBackground' | 'setOffline'
>;

const normal = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

export function createChromiumBackground(cdp: Cdp, origin: string): Background {
  const held: string[] = [];
  const worker = async () =>
    (await targets(cdp, 'service_worker')).find(({ url }) => url.startsWith(`${origin}/`));

  return {
    backgroundIsAlive: async () => Boolean(await worker()),
    killBackground: async () => {
      const running = await worker();
      if (!running) return;
      await cdp.send('Target.closeTarget', { targetId: running.targetId });
      const gone = async () => (await worker())?.targetId !== running.targetId;
      await until('the worker to be gone', gone);
    },
    inBackground: async (script, ...args) => {
      const { targetId } = await until('a running worker', worker);
      const sessionId = await attach(cdp, targetId);
      try {
        return (await evaluateIn(cdp, sessionId, callOf(script, args))) as never;
      } finally {
        await detach(cdp, sessionId);
      }
    },
    setOffline: async (offline) => {
      const conditions = { ...normal, offline };
      const everywhere = [...(await targets(cdp, 'page')), await worker()];
      if (!offline) await Promise.all(held.splice(0).map((sessionId) => detach(cdp, sessionId)));
      else
        for (const target of everywhere) {
          if (!target) continue;
          const sessionId = await attach(cdp, target.targetId);
          held.push(sessionId);
          await cdp.send('Network.enable', {}, sessionId);
          await cdp.send('Network.emulateNetworkConditions', conditions, sessionId);
        }
    },
  };
}

async function detach(cdp: Cdp, sessionId: string): Promise<void> {
  await cdp.send('Target.detachFromTarget', { sessionId }).catch(() => undefined);
}
