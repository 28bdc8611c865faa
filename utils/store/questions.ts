import * as v from 'valibot';
import { database } from './database';

const asked = v.object({ run: v.object({ question: v.pipe(v.string(), v.minLength(1)) }) });

/** How many are given back, and in how many of the last runs they are looked for. */
const most = 50;
const looked = 300;

/**
 * The last questions, newest first, each once; read-only, for views. They lie in the runs that they were asked in: of
 * private windows there are none, and who deletes an answer deletes its question.
 */
export async function lastQuestions(): Promise<readonly string[]> {
  const found = new Set<string>();
  const index = (await database()).transaction('runs').store.index('createdAt');
  let cursor = await index.openCursor(null, 'prev');
  for (let count = 0; cursor && count < looked && found.size < most; count += 1) {
    const parsed = v.safeParse(asked, cursor.value);
    if (parsed.success) found.add(parsed.output.run.question);
    cursor = await cursor.continue();
  }
  return [...found];
}
