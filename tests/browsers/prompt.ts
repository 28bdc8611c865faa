import type { View } from './browser';
import type { Display } from './display';
import type { Chrome } from './firefox-process';
import { every, until } from './poll';

/** ms: Chromium takes no answer for a moment, and each one that comes too early prolongs it. */
const inputGuard = 1_500;

/**
 * Chromium's question is a window that no protocol shows: it is there while the view that asked has lost the focus, and
 * for longer than to the menu in which it was asked for. Its default is *Deny*.
 */
export async function answerInChromium(
  screen: Display,
  view: View,
  popupIsOpen: () => Promise<boolean>,
  allow: boolean,
): Promise<void> {
  // A popup has the focus too, and gives way to the question; what was allowed may open one.
  const isElsewhere = async () =>
    (await popupIsOpen()) || (await view.evaluate(() => document.hasFocus()));
  await until(
    'the question about a permission',
    lasting(inputGuard, async () => !(await isElsewhere())),
  );
  if (allow) await screen.xdo('key', 'Tab');
  await until(
    'the question to close',
    every(inputGuard, () => screen.xdo('key', 'Return'), isElsewhere),
  );
}

/** Whether it has held at each question for `ms`. */
function lasting(ms: number, holds: () => Promise<boolean>): () => Promise<boolean> {
  let since: number | undefined;
  return async () => {
    since = (await holds()) ? (since ?? Date.now()) : undefined;
    return since !== undefined && Date.now() - since >= ms;
  };
}

export async function answerInFirefox(chrome: Chrome, allow: boolean): Promise<void> {
  await until('the question about a permission', () => chrome<boolean>(lookForQuestion));
  const answer = () => chrome<boolean>(pressAnswer, allow ? 'button' : 'secondaryButton');
  await until('the question to close', answer);
}

const question = `
  const { panel } = front().PopupNotifications;
  const open = panel.state === 'open' && panel.querySelector('#addon-webext-permissions-notification');`;

// Firefox asks nothing in a window without the focus, which a popup that has just closed may have kept.
const lookForQuestion = `${question}
  if (Services.focus.activeWindow !== front()) front().focus();
  return Boolean(open);`;

const pressAnswer = `${question}
  if (!open) return true;
  open[args[0]].click();
  return false;`;
