import type { Page } from './browser';
import type { Chrome } from './firefox-process';
import { until } from './poll';
import { place } from './view';

/** The real context menu, opened by a real right-click and chosen from as a click would. */
export async function firefoxRightClick(
  chrome: Chrome,
  page: Page,
  id: number,
  selector: string,
  extensionId: string,
  label: string,
): Promise<void> {
  await openMenu(chrome, page, id, selector);
  await chrome(choose, extensionId, label);
  await until('the menu to close', () => chrome<boolean>(isClosed));
}

export async function firefoxMenuLabels(
  chrome: Chrome,
  page: Page,
  id: number,
  selector: string,
  extensionId: string,
): Promise<readonly string[]> {
  await openMenu(chrome, page, id, selector);
  const labels = await chrome<readonly string[]>(readLabels, extensionId);
  await chrome(`${menu} menu.hidePopup();`);
  await until('the menu to close', () => chrome<boolean>(isClosed));
  return labels;
}

async function openMenu(chrome: Chrome, page: Page, id: number, selector: string): Promise<void> {
  await page.bringToFront();
  const { x, y } = await place(page.evaluate, selector, true);
  await chrome(pressSecondary, id, x, y);
  await until('the menu to open', () => chrome<boolean>(`${menu} return menu.state === 'open';`));
}

const menu = `const menu = front().document.getElementById('contentAreaContextMenu');`;

const isClosed = `${menu} return menu.state === 'closed';`;

const pressSecondary = `
  const [id, x, y] = args;
  for (const type of ['mousemove', 'mousedown', 'contextmenu', 'mouseup'])
    await actor(id).dispatchEvent('synthesizeMouseAtPoint', { x, y, eventData: { type, button: type === 'mousemove' ? 0 : 2, clickCount: 1 } });`;

/** Only the extension's own items: Firefox has a *Summarize* too, in the submenu of its chatbot. */
const ours = `${menu}
  const prefix = args[0].toLowerCase().replace(/[^a-z0-9_-]/g, '_') + '-menuitem-';
  const ours = [...menu.querySelectorAll('menuitem[id^="' + prefix + '"]')].filter((each) => !each.hidden);`;

const choose = `${ours}
  const item = ours.find((each) => each.label === args[1]);
  if (!item) { menu.hidePopup(); throw new Error('The menu has no item ' + args[1]); }
  const popup = item.parentElement;
  if (popup !== menu) {
    const shown = new Promise((resolve) => popup.addEventListener('popupshown', resolve, { once: true }));
    popup.parentElement.openMenu(true);
    await shown;
  }
  popup.activateItem(item);`;

const readLabels = `${ours}
  return ours.map((each) =>
    each.parentElement === menu ? each.label : each.parentElement.parentElement.label + ' > ' + each.label);`;
