interface Port {
  readonly onMessage: { addListener(heard: () => void): void };
  readonly onDisconnect: { addListener(heard: () => void): void };
  postMessage(message: unknown): void;
}

interface Api {
  readonly runtime: {
    sendMessage(id: string, message: unknown): Promise<unknown>;
    connect(id: string, info: object): Port;
  };
  readonly tabs: {
    query(which: object): Promise<readonly { id: number; url?: string }[]>;
    sendMessage(tab: number, message: unknown): Promise<unknown>;
  };
  readonly scripting: { executeScript(how: object): Promise<unknown> };
}

/** What came of each attempt; a page of Gloss is open beside. */
export interface Attempts {
  /** Messages that got an answer. */
  readonly answered: number;
  readonly port: 'heard' | 'refused';
  readonly fetched: 'read' | 'refused';
  readonly framed: 'read' | 'refused';
  /** Tabs of Gloss that it found, and could run a script in. */
  readonly tabs: number;
  readonly entered: number;
}

/** Runs in a page of another extension, which has `tabs`, `scripting` and all hosts. */
export async function attack(id: string, origin: string): Promise<Attempts> {
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
  const api = browser ?? chrome;
  const succeeds = (attempt: () => Promise<unknown>) =>
    attempt().then(
      (found) => found !== undefined && found !== null,
      () => false,
    );
  const forged = [
    { kind: 'key-status', endpointId: 'anthropic' },
    { kind: 'start-on-page', tabId: 1, actionId: 'summarize' },
    { kind: 'forget-key', endpointId: 'anthropic' },
    { kind: 'preview', tabId: 1 },
  ];
  let answered = 0;
  for (let index = 0; index < 100; index += 1)
    if (await succeeds(() => api.runtime.sendMessage(id, forged[index % forged.length])))
      answered += 1;

  const port = await new Promise<'heard' | 'refused'>((resolve) => {
    const open = api.runtime.connect(id, { name: 'run' });
    open.onMessage.addListener(() => resolve('heard'));
    open.onDisconnect.addListener(() => resolve('refused'));
    open.postMessage({ kind: 'watch', tabId: 1 });
  }).catch(() => 'refused' as const);

  const frame = document.body.appendChild(document.createElement('iframe'));
  frame.src = `${origin}/popup.html`;
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve);
    frame.addEventListener('error', resolve);
  });
  const inFrame = () => Promise.resolve(frame.contentDocument?.querySelector('main, #app'));

  const all = await api.tabs.query({});
  const ours = all.filter(({ url }) => url?.startsWith(origin));
  let entered = 0;
  for (const { id: tabId } of ours) {
    const script = { target: { tabId }, func: () => document.title };
    if (await succeeds(() => api.scripting.executeScript(script))) entered += 1;
    if (await succeeds(() => api.tabs.sendMessage(tabId, forged[0]))) entered += 1;
  }
  return {
    answered,
    port,
    fetched: (await succeeds(() => fetch(`${origin}/popup.html`))) ? 'read' : 'refused',
    framed: (await succeeds(inFrame)) ? 'read' : 'refused',
    tabs: ours.length,
    entered,
  };
}
