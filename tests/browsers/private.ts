import type { Browser, Page } from './browser';

type Tabs = Pick<Browser, 'inBackground' | 'page'>;

/** Asks the extension itself for the window: neither protocol opens a real private one. */
export async function openPrivate({ inBackground, page }: Tabs, url: string): Promise<Page> {
  await inBackground(
    'const api = globalThis.browser ?? chrome; await api.windows.create({ incognito: true, url: args[0] });',
    url,
  );
  return page(url);
}
