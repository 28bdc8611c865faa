import { expect } from 'vitest';
import type { View } from '../browsers/browser';

/** Presses Tab until the control of that name has the focus. */
export async function tabTo(view: View, control: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await view.press('Tab');
        return view.evaluate<string>(() => {
          const { activeElement } = document;
          if (!(activeElement instanceof HTMLElement)) return '';
          const label = activeElement.closest('label')?.innerText ?? '';
          return (activeElement.ariaLabel ?? (activeElement.innerText || label)).trim();
        });
      },
      { timeout: 10_000, interval: 20 },
    )
    .toBe(control);
}
