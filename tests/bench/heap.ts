import type { Stage } from './stage';
import type { Row } from './table';

const questions = 50;

/** UTF-16 units of the text that each of them is about: 40 pages of a book. */
const length = 80_000;

/** Fifty questions at once, each with a text of its own: the most that the worker's heap has until all are answered. */
export async function measureHeap({ ours, api }: Stage): Promise<readonly Row[]> {
  const control = await ours.openControl();
  const begun = api.requests.length;
  await control.evaluate(askAll, questions, length);
  let most = 0;
  const answered = () =>
    api.requests.slice(begun).filter(({ answered: reply }) => reply?.finishedAt !== undefined);
  while (answered().length < questions) {
    most = Math.max(most, await ours.heap());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await control.close();
  return [
    {
      metric: `Worker heap while ${questions} questions of ${length / 1000} kB wait and are answered: most`,
      unit: 'MB',
      ours: most / 1e6,
      goal: { atMost: 150 },
    },
  ];
}

/** Runs in a page of the extension. */
async function askAll(count: number, units: number): Promise<void> {
  interface Api {
    readonly tabs: { getCurrent(): Promise<{ readonly id: number }> };
    readonly runtime: { sendMessage(message: object): Promise<unknown> };
  }
  const { runtime, tabs } = (globalThis as unknown as { chrome: Api }).chrome;
  const { id } = await tabs.getCurrent();
  const source = { kind: 'page', title: 'Winter', address: 'https://example.org/', language: 'en' };
  const start = { kind: 'start', tabId: id, actionId: 'ask', controls: {} };
  const asked = { shielded: false, endpointId: null };
  const starts = Array.from({ length: count }, (_, index) => {
    const text = `Page ${index}. The harbour froze in January. `.repeat(units / 40).slice(0, units);
    const about = { ...source, text, hidden: 0, cut: 0 };
    return { ...start, ...asked, source: about, question: `Question ${index}?` };
  });
  await Promise.all(starts.map((each) => runtime.sendMessage(each)));
}
