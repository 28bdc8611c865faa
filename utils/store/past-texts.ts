import { fold } from '../core/fold';
import { database } from './database';
import { textsFrom } from './kept-texts';

/** Texts that are in memory at once: one may be 8 MB. */
const step = 20;

/**
 * Ids of the runs in whose texts all the words are that they lack otherwise (`lackingIn`), in portions, in the order of
 * `lacking`; read-only, for views.
 */
export async function* findInTexts(
  lacking: ReadonlyMap<string, readonly string[]>,
  stop: AbortSignal,
): AsyncGenerator<readonly string[]> {
  const wanted = [...lacking];
  for (let at = 0; at < wanted.length && !stop.aborted; at += step) {
    const { store } = (await database()).transaction('sources');
    const portion = wanted.slice(at, at + step);
    const texts = await Promise.all(portion.map(([id]) => store.get(id)));
    const found = portion.filter(([, words], index) => {
      const { text = '', around = '' } = textsFrom(texts[index]) ?? {};
      const folded = fold(`${text} ${around}`);
      return words.every((word) => folded.includes(word));
    });
    yield found.map(([id]) => id);
  }
}
