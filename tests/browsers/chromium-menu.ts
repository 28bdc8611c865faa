import type { Page, RightClickOptions } from './browser';
import type { Display } from './display';
import { until } from './poll';
import { place } from './view';

/**
 * The native menu shows nothing to any protocol, so the item is found by its distance from the last one, which is
 * Inspect. On a plain page *View page source* is in between.
 */
export async function chromiumRightClick(
  screen: Display,
  page: Page,
  selector: string,
  { nested, below }: RightClickOptions = {},
): Promise<void> {
  await page.bringToFront();
  const spot = await place(page.evaluate, selector, true);
  const under = below ?? ((await page.evaluate(isPlain, spot.x, spot.y)) ? 2 : 1);
  const menu = await screen.openMenu(spot);
  const up = Array<string>(under).fill('Up');
  const inside = nested === undefined ? [] : ['Right', ...Array<string>(nested).fill('Down')];
  await screen.xdo('key', '--delay', 40, 'End', ...up, ...inside, 'Return');
  await until('the menu to close', async () => !(await screen.windows()).includes(menu));
}

function isPlain(x: number, y: number): boolean {
  const special = 'a[href], img, video, audio, canvas, input, textarea, [contenteditable], embed';
  const selection = getSelection();
  const ranges = Array.from({ length: selection?.rangeCount ?? 0 }, (_, i) =>
    selection?.getRangeAt(i),
  );
  const selected = ranges
    .flatMap((range) => (range && !range.collapsed ? [...range.getClientRects()] : []))
    .some((r) => r.left <= x && x <= r.right && r.top <= y && y <= r.bottom);
  return !selected && !document.elementFromPoint(x, y)?.closest(special);
}
