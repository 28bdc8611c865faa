import type { Page, RightClickOptions } from './browser';
import type { Display } from './display';
import { until } from './poll';
import { place } from './view';

/** The native menu shows nothing to any protocol: its last item is Inspect, the extension's is the one above. */
export async function chromiumRightClick(
  screen: Display,
  page: Page,
  selector: string,
  { nested }: RightClickOptions = {},
): Promise<void> {
  await page.bringToFront();
  const { screenX, screenY } = await place(page.evaluate, selector, true);
  const before = await screen.windows();
  await screen.xdo('mousemove', screenX, screenY, 'click', 3);
  await until('the menu to open', async () => (await screen.windows()) > before);
  const inside = nested === undefined ? [] : ['Right', ...Array<string>(nested).fill('Down')];
  await screen.xdo('key', '--delay', 40, 'Up', 'Up', ...inside, 'Return');
  await until('the menu to close', async () => (await screen.windows()) <= before);
}
