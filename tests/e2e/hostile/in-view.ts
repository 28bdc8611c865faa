/** Runs in the view: what an answer must not change. */
export async function stateOfGloss(): Promise<string> {
  interface Api {
    readonly storage: { readonly local: { get(key: string): Promise<unknown> } };
    readonly tabs: { query(which: object): Promise<readonly unknown[]> };
    readonly permissions: { getAll(): Promise<unknown> };
  }
  const { storage, tabs, permissions } = (globalThis as unknown as { browser: Api }).browser;
  const [settings, open, allowed] = await Promise.all([
    storage.local.get('settings'),
    tabs.query({}),
    permissions.getAll(),
  ]);
  return JSON.stringify([settings, open.length, allowed]);
}

/** Runs in the view: what can be pressed or filled in there. */
export function controlsBesideTheAnswer(): readonly string[] {
  const all = document.querySelectorAll('button, input, textarea, select, summary, [role]');
  return [...all]
    .filter((control) => !control.closest('.answer'))
    .map(({ localName, className }) => `${localName} ${className}`);
}

export function schemesInTheAnswer(): readonly string[] {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.answer a')];
  return [...new Set(links.map(({ protocol }) => protocol))].sort();
}

/** Runs in the view: writes down what it must never see. */
export function listen(): void {
  const view = window as unknown as { wrongs: string[] };
  view.wrongs = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    view.wrongs.push(`${violatedDirective} ${blockedURI}`),
  );
  for (const name of ['alert', 'open', 'fetch'] as const)
    Object.defineProperty(window, name, { value: () => view.wrongs.push(name) });
}

/** What stands in the answer: names of elements and attributes, and the marks that are paragraphs. */
export function standing(): readonly [string[], string[], number] {
  const nodes = [...document.querySelectorAll('.answer *')];
  const names = new Set(nodes.map(({ localName }) => localName));
  const attributes = new Set(nodes.flatMap((node) => node.getAttributeNames()));
  const marks = nodes.filter((node) => /^mark \d+$/.test(node.textContent ?? ''));
  return [[...names], [...attributes], marks.filter(({ localName }) => localName === 'p').length];
}
