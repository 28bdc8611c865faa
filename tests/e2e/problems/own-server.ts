import { createServer, type Server } from 'node:http';
import { chooseEndpoint, openRow, setUpEndpoint } from '../endpoints/settings';
import type { Scene } from './scene';

/** Chosen once, so that its name is known before it listens. */
const port = 47_811;
export const ownHost = `127.0.0.1:${port}`;

const servers = new Set<Server>();
const settled = new Set<Scene>();

/** Sets up a server that knows only a page of HTML as the endpoint that is asked. */
export async function useOwnServer(scene: Scene, then: 'stop it' | 'let it answer'): Promise<void> {
  if (then === 'let it answer') await listen();
  const browser = scene.browser();
  const typed = { name: 'Own', address: `http://${ownHost}`, auth: 'none', model: 'own' } as const;
  const settings = settled.has(scene)
    ? await openRow(browser, 'Own')
    : await setUpEndpoint(browser, typed, 'allow');
  settled.add(scene);
  await chooseEndpoint(settings, 'Own');
  await settings.close();
}

export async function useAnthropic({ browser }: Scene): Promise<void> {
  const settings = await openRow(browser(), 'Anthropic');
  await chooseEndpoint(settings, 'Anthropic');
  await settings.close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  servers.clear();
}

function listen(): Promise<void> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Hello</h1>');
  });
  servers.add(server);
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
}
