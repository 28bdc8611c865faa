import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { temporaryDirectory } from '../browsers/processes';

/** Extensions that do as little as can be done. */
export const limitNames = ['empty', 'bare', 'plain', 'preact', 'relay'] as const;
export type LimitName = (typeof limitNames)[number];

const listener = 'chrome.runtime.onMessage.addListener((_, from, answer) => answer(null));\n';

/** A request that the stand-in takes. */
const request = `
const ask = (text, more) => fetch('https://api.anthropic.com/v1/messages', {
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    'x-api-key': 'sk-ant-demo-limit',
    'anthropic-version': '2023-06-01',
    'anthropic-dangerous-direct-browser-access': 'true',
    ...more,
  },
  body: JSON.stringify({
    model: 'claude-haiku-5-5',
    max_tokens: 16_000,
    stream: true,
    thinking: { type: 'disabled' },
    messages: [{ role: 'user', content: text }],
  }),
});
`;

/** On a click in the menu: open the empty popup, read the selection, send it. */
const bareWorker = `${listener}${request}
chrome.runtime.onInstalled.addListener(() =>
  chrome.contextMenus.create({ id: 'bare', title: 'Bare', contexts: ['page', 'selection'] }));
chrome.contextMenus.onClicked.addListener(async (info, tab) => {
  const clicked = performance.timeOrigin + performance.now();
  chrome.action.openPopup({ windowId: tab.windowId });
  const [{ result }] = await chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => getSelection().toString(),
  });
  await (await ask(result, { 'x-clicked': String(clicked) })).text();
});
`;

/** Each token on its way to the popup, one message a token. */
const relayWorker = `${listener}${request}
chrome.runtime.onConnect.addListener(async (port) => {
  const { body } = await ask('Hello');
  let rest = '';
  for await (const part of body.pipeThrough(new TextDecoderStream())) {
    const events = (rest + part).split('\\n\\n');
    rest = events.pop();
    for (const event of events) {
      const { delta } = JSON.parse(event.slice(event.indexOf('data: ') + 6));
      if (delta?.text) port.postMessage(delta.text);
    }
  }
});
`;

/** One text node for every paragraph. */
const relayPopup = `
const open = () => document.body.appendChild(document.createElement('p')).appendChild(new Text());
let last = open();
chrome.runtime.connect().onMessage.addListener((text) => {
  if (text.startsWith('\\n\\n')) last = open();
  last.appendData(text);
});
`;

const page = (script: string) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Limit</title>
<style>body { margin: 0; width: 400px; height: 540px }</style>
<body>${script ? '<script type="module" src="popup.js"></script>' : '<p>Hello</p>'}</body></html>
`;

/** Writes the extensions into a directory that is removed at the end; answers where each is. */
export async function writeLimits(): Promise<Readonly<Record<LimitName, string>>> {
  const root = temporaryDirectory('limits');
  const workers: Partial<Record<LimitName, string>> = { bare: bareWorker, relay: relayWorker };
  const popups: Partial<Record<LimitName, string>> = {
    preact: await preactPopup(),
    relay: relayPopup,
  };
  const placed = limitNames.map((name) => {
    const folder = join(root, name);
    const popup = popups[name] ?? '';
    mkdirSync(folder);
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifestOf(name)));
    writeFileSync(join(folder, 'background.js'), workers[name] ?? listener);
    writeFileSync(join(folder, 'popup.html'), page(popup));
    writeFileSync(join(folder, 'popup.js'), popup);
    return [name, folder] as const;
  });
  return Object.fromEntries(placed) as Record<LimitName, string>;
}

function manifestOf(name: LimitName): object {
  return {
    manifest_version: 3,
    name: `Limit ${name}`,
    version: '1',
    permissions: ['activeTab', 'contextMenus', 'scripting', 'tabs'],
    host_permissions: ['https://api.anthropic.com/*'],
    background: { service_worker: 'background.js', type: 'module' },
    action: { default_popup: 'popup.html' },
  };
}

async function preactPopup(): Promise<string> {
  const entry = fileURLToPath(new URL('./limits/preact-popup.ts', import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['es'] } },
  });
  const files = [result].flat().flatMap((built) => ('output' in built ? built.output : []));
  return files.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
}
