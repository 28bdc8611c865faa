import type { RecordedRequest } from '../stand-in/stand-in';

/** Runs in a page of the extension: asks all of these at once about a text that is there already. */
export async function askAll(questions: readonly string[]): Promise<void> {
  interface Api {
    readonly tabs: { getCurrent(): Promise<{ readonly id: number }> };
    readonly runtime: { sendMessage(message: object): Promise<unknown> };
  }
  const { runtime, tabs } = (globalThis as unknown as { browser: Api }).browser;
  const { id } = await tabs.getCurrent();
  const source = {
    kind: 'page',
    text: 'The harbour froze in January. Ships waited for a month.',
    title: 'Winter',
    address: 'https://example.org/',
    language: 'en',
    hidden: 0,
    cut: 0,
  };
  const start = { kind: 'start', tabId: id, actionId: 'ask', controls: {}, source };
  const asked = { shielded: false, endpointId: null };
  await Promise.all(
    questions.map((question) => runtime.sendMessage({ ...start, ...asked, question })),
  );
}

export interface Answered {
  readonly text: string;
}

/** Runs in a page of the extension: what was answered to each of these questions, once all are; in their order. */
export async function answersTo(
  questions: readonly string[],
): Promise<readonly (Answered | undefined)[] | undefined> {
  interface Stored {
    readonly run: {
      readonly question: string;
      readonly turns: readonly (Answered & { readonly state: { readonly kind: string } })[];
    };
  }
  const result = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await result(indexedDB.open('gloss'));
  const stored: Stored[] = await result(database.transaction('runs').objectStore('runs').getAll());
  database.close();
  const asked = stored.filter(({ run }) => questions.includes(run.question));
  const done = asked.filter(({ run }) => run.turns.at(-1)?.state.kind === 'done');
  if (asked.length !== questions.length || done.length < asked.length) return undefined;
  return questions.map(
    (question) => done.find(({ run }) => run.question === question)?.run.turns[0],
  );
}

/** How many of these requests were on their way at the same time, at most. */
export function mostAtOnce(posts: readonly RecordedRequest[]): number {
  const ended = ({ answered }: RecordedRequest) => answered?.finishedAt ?? Number.POSITIVE_INFINITY;
  return Math.max(
    ...posts.map(({ at }) => posts.filter((each) => each.at <= at && ended(each) > at).length),
  );
}
