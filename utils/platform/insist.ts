/** ms that are waited each time a page has refused a script, or a browser the popup: half a second in all. */
const pageWaits = [50, 150, 300];

/** The same of a frame: most of other sites are closed for good, and the browser tells what is selected in them. */
export const frameWaits = [50];

/**
 * What `ask` gives, be it after a moment: Chromium tells a page's process by one way that the user's click opened the page
 * to us, and by another what to run there. In 1 of 60 clicks the second came first, and was refused; on a busy machine also
 * 50 ms later. Throws as the last try does.
 */
export async function insist<T>(ask: () => Promise<T>, waits = pageWaits): Promise<T> {
  for (const wait of waits) {
    try {
      return await ask();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return ask();
}
