import { setTimeout as pause } from 'node:timers/promises';
import type { View } from './browser';
import type { Display } from './display';
import type { Chrome } from './firefox-process';
import { until } from './poll';

/** Chromium takes no answer for a moment, and each one that comes too early prolongs it. */
const inputGuard = 1_500;

/**
 * Chromium's question is a window that no protocol shows: it is there while the view that asked has lost the focus.
 * Its default is *Deny*.
 */
export async function answerInChromium(screen: Display, view: View, allow: boolean): Promise<void> {
  const focused = () => view.evaluate(() => document.hasFocus());
  await until('the question about a permission', async () => !(await focused()));
  await pause(inputGuard);
  await screen.xdo('key', '--delay', 100, ...(allow ? ['Tab'] : []), 'Return');
  await until('the question to close', focused);
}

export async function answerInFirefox(chrome: Chrome, allow: boolean): Promise<void> {
  await until('the question about a permission', () =>
    chrome<boolean>(`${question} return Boolean(open);`),
  );
  const answer = () => chrome<boolean>(pressAnswer, allow ? 'button' : 'secondaryButton');
  await until('the question to close', answer);
}

const question = `
  const { panel } = front().PopupNotifications;
  const open = panel.state === 'open' && panel.querySelector('#addon-webext-permissions-notification');`;

const pressAnswer = `${question}
  if (!open) return true;
  open[args[0]].click();
  return false;`;
