import type { Command } from '../../utils/messages/messages';
import type { Page, View } from '../browsers/browser';
import { until } from '../browsers/poll';
import { source } from '../gallery/data/runs';
import { filler } from '../stand-in/filler';
import { watchWrites } from './clock';
import { wake } from './popup';
import type { Stage, Subject } from './stage';
import { quantile, type Row } from './table';

const perSecond = 200;
const count = 1200;

/** A token of its own for each number; the stand-in sends it as one piece. */
const nameOf = (n: number) => `§${n.toString(36).padStart(3, '0')}`;
const wanted = /§([0-9a-z]{3})/;

const answer = () => {
  const tokens = Array.from({ length: count }, (_, n) => nameOf(n) + ((n + 1) % 40 ? '' : '\n\n'));
  return `${filler(16_000)}\n\n${tokens.join(' ').replaceAll('\n ', '\n')}`;
};

/**
 * From the write at the stand-in to the end of the frame that shows it: a message posted in each animation frame is
 * handled right after that frame was painted. In the real popup, with 16 kB above.
 */
export async function measureTokens(stage: Stage): Promise<readonly Row[]> {
  const page = await stage.tabs.open(stage.pages.article);
  const limit = await streamInto(stage, page, stage.limits.relay, async () => undefined);
  const ours = await streamInto(stage, page, stage.ours, async (popup) => {
    await popup.waitFor('.estimate, .problem');
    await popup.evaluate(start, command);
  });
  await page.close();
  const row = (share: number, atMost: number): Row => ({
    metric: `Token to paint at ${perSecond}/s below 16 kB: p${share * 100}; limit: plain text`,
    unit: 'ms',
    limit: quantile(limit, share),
    ours: quantile(ours, share),
    goal: { atMost },
  });
  return [row(0.5, 17), row(0.95, 33)];
}

const command: Omit<Extract<Command, { kind: 'start' }>, 'tabId'> = {
  kind: 'start',
  actionId: 'translate',
  controls: {},
  question: '',
  // A translation may be as long as this allows.
  source: source(filler(40_000), 'Some words', { kind: 'page' }),
  shielded: false,
  endpointId: null,
};

const start = `
  const [{ id: tabId }] = await chrome.tabs.query({ active: true, currentWindow: true });
  await chrome.runtime.sendMessage({ ...args[0], tabId });`;

async function streamInto(
  { api }: Stage,
  page: Page,
  subject: Subject,
  begin: (popup: View) => Promise<unknown>,
): Promise<readonly number[]> {
  api.next({ kind: 'answer', text: answer(), tokensPerSecond: perSecond });
  const sent = new Map<number, number>();
  const unwatch = watchWrites((text, at) => {
    const name = text.startsWith('event: content_block_delta') && wanted.exec(text)?.[1];
    if (name) sent.set(Number.parseInt(name, 36), at);
  });
  const popup = await openPopup(page, subject);
  await begin(popup);
  await popup.evaluate(watchFrames);
  await until('the answer to end', () => sent.size === count, { timeout: 60_000 });
  const painted = await popup.waitUntil<readonly [number, number][], [number]>(lastSeen, count - 1);
  unwatch();
  await subject.closePopup();
  return [...sent].map(([n, at]) => (painted.find(([seen]) => seen >= n)?.[1] ?? Infinity) - at);
}

async function openPopup(page: Page, subject: Subject): Promise<View> {
  const control = await subject.openControl();
  await control.evaluate(wake);
  await page.bringToFront();
  await subject.inBackground('await chrome.action.openPopup()');
  await control.close();
  return subject.popup();
}

const watchFrames = `
  const { port1, port2 } = new MessageChannel();
  const seen = [];
  port1.onmessage = () => {
    const at = performance.timeOrigin + performance.now();
    const shown = document.querySelector('.answer') ?? document.body;
    const name = /§([0-9a-z]{3})\\s*$/.exec(shown.textContent.slice(-20))?.[1];
    const n = name ? Number.parseInt(name, 36) : -1;
    if (n > (seen.at(-1)?.[0] ?? -1)) seen.push([n, at]);
  };
  const frame = () => {
    port2.postMessage(null);
    requestAnimationFrame(frame);
  };
  globalThis.painted = seen;
  frame();`;

const lastSeen = 'return painted.at(-1)?.[0] === args[0] && painted;';
