/** ms after which a page that refused a script is asked once more. */
const secondTry = 50;

/**
 * What `ask` gives, be it after a moment: Chromium tells a page's process by one way that the user's click opened the page
 * to us, and by another what to run there. In 1 of 60 clicks the second came first, and was refused. Throws as the second
 * try does.
 */
export async function onceMore<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, secondTry));
    return ask();
  }
}
