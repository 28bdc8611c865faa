/**
 * Runs in the popup, which may inject into its tab: a content script of our own, gone over to the enemy. It looks into
 * every storage it can reach and sends a thousand forged commands.
 */
export async function lookAround(): Promise<string> {
  interface Api {
    readonly storage: Readonly<Record<string, { get(all: null): Promise<unknown> }>>;
    readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
    readonly tabs: { query(which: object): Promise<readonly { id: number }[]> };
    readonly scripting: {
      executeScript(how: object): Promise<readonly { result: unknown }[]>;
    };
  }
  const { browser } = globalThis as unknown as { browser: Api };
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const [done] = await browser.scripting.executeScript({
    target: { tabId: tab?.id },
    func: async () => {
      const scope = globalThis as unknown as { browser?: Api; chrome: Api };
      const api = scope.browser ?? scope.chrome;
      const look = async (area: string) => {
        try {
          return await (api.storage[area]?.get(null) ?? 'refused');
        } catch {
          return 'refused';
        }
      };
      const source = {
        kind: 'page',
        text: 'x',
        title: '',
        address: '',
        language: null,
        hidden: 0,
        cut: 0,
      };
      const forged = [
        { kind: 'key-status', endpointId: 'anthropic' },
        {
          kind: 'start',
          tabId: 1,
          actionId: 'summarize',
          controls: {},
          question: '',
          source,
          shielded: false,
          endpointId: null,
        },
        { kind: 'start-on-page', tabId: 1, actionId: 'summarize' },
        {
          kind: 'save-key',
          endpointId: 'anthropic',
          origin: 'https://api.anthropic.com',
          key: 'sk-ant-demo-evil',
          keep: 'device',
        },
        { kind: 'forget-key', endpointId: 'anthropic' },
      ];
      let answers = 0;
      const count = (answer: unknown) => {
        if (answer !== undefined && answer !== null) answers += 1;
      };
      for (let index = 0; index < 1000; index += 1) {
        await api.runtime.sendMessage(forged[index % forged.length]).then(count, () => undefined);
      }
      const [local, session, sync] = await Promise.all(['local', 'session', 'sync'].map(look));
      return JSON.stringify({
        local,
        session,
        sync,
        answers,
        databases: await indexedDB.databases(),
      });
    },
  });
  return String(done?.result);
}
