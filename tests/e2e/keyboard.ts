import type { View } from '../browsers/browser';
import { until } from '../browsers/poll';

/**
 * Presses Tab until the control of that name has the focus. Beyond the end of a page is the browser's own frame: what
 * has gone through it is in the page again to look at, but the page takes no Enter.
 */
export async function tabTo(
  view: View,
  control: string,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  const passed: string[] = [];
  const isThere = async () => {
    await view.press(key);
    passed.push(await view.evaluate(nameOfFocused));
    return passed.at(-1) === control;
  };
  await until(`Tab to reach ${control}`, isThere, { timeout: 10_000 }).catch((error: unknown) => {
    throw new Error(`${String(error)}\nIt passed: ${passed.join(' · ')}`);
  });
}

function nameOfFocused(): string {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement)) return '';
  const label = activeElement.closest('label')?.innerText ?? '';
  return (activeElement.ariaLabel ?? (activeElement.innerText || label)).trim();
}
