import { expect } from 'vitest';
import type { View } from '../browsers/browser';
import { demoKey } from './support';

/** The text of the file that a view hands to the browser when something is pressed; no file ever has the key. */
export async function savedBy(view: View, press: () => Promise<void>): Promise<string> {
  await view.evaluate(() => {
    const scope = window as unknown as { saved?: Promise<string> };
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file) => {
      scope.saved = (file as Blob).text();
      return make(file);
    };
    scope.saved = undefined as never;
  });
  await press();
  const text = await view.waitUntil(() => (window as unknown as { saved?: Promise<string> }).saved);
  expect(text).not.toContain(demoKey);
  return text;
}
