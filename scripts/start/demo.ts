import { answerTo } from '../../tests/stand-in/answer';
import type { CountBody } from '../../tests/stand-in/body';
import { type StandIn, startStandIn } from '../../tests/stand-in/stand-in';
import { summarizeSample } from './sample-summary';

export const demoKey = 'sk-ant-demo-key-that-is-good-for-nothing-but-this-demo';

/** About as fast as the real one. */
const msToFirstWord = 400;
const tokensPerSecond = 60;

/** More answers than anybody will ask a demo for. */
const enough = 1000;

/** The API's stand-in, with a summary of the sample article that a person would want to read. */
export async function startDemo(): Promise<StandIn> {
  const api = await startStandIn({ tls: true, tokensPerSecond });
  const plan = {
    kind: 'answer',
    delay: msToFirstWord,
    get text() {
      return demoAnswer(api);
    },
  } as const;
  api.next(...Array<typeof plan>(enough).fill(plan));
  return api;
}

/** To the request that is being answered just now. */
function demoAnswer({ requests }: StandIn): string {
  const request = requests.findLast(
    ({ method, path, body, answered }) =>
      method === 'POST' && path.startsWith('/v1/messages') && body && !answered,
  );
  const text = request?.text ?? '';
  const summary = /Summarize the document in [\w ]*English/.test(text) && summarizeSample(text);
  return summary || answerTo((request?.body ?? { messages: [] }) as CountBody);
}
