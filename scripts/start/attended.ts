import { openArticle, type Stage } from './stage';

/** Leaves the browser to the person at the screen until they are done with it. */
export async function attend(stage: Stage): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve());
  });
  await openArticle(stage);
  console.log('Select a paragraph, right-click, Summarize.');
  const key = stage.browser.name === 'firefox' ? 'Alt+Shift+G' : 'Alt+Shift+S';
  console.log(`Or press ${key} to see first what would be sent, and its price.`);
  console.log('Close the browser or press Ctrl+C to end.');
  await Promise.race([stage.browser.ended(), stopped]);
}
