import type { View } from '../browsers/browser';

/** The text of the file that a view hands to the browser when something is pressed. */
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
  return view.waitUntil(() => (window as unknown as { saved?: Promise<string> }).saved);
}
