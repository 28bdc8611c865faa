import type { AnswerPlan, Plan } from '../../stand-in/plan';
import { fault } from '../../stand-in/stand-in';
import type { Row, Table } from './row';
import { killedOnceJournalled, wentOn } from './steps';

const whole = 'The river rose fast. Nobody had been warned in time.';
const part = 'The river rose fast.';

/** Pieces of `whole` that make up `part`. */
const some = 6;

const telling = (plan: AnswerPlan): readonly AnswerPlan[] => [{ ...plan, text: whole }];

const slowly = (plan: AnswerPlan): AnswerPlan => ({ ...plan, tokensPerSecond: 20 });

/** An answer that ends after `part`. */
function brokenBy(when: string, plan: AnswerPlan, further: Partial<Row> = {}): Row {
  return {
    when,
    plans: telling(plan),
    text: part,
    kept: 'answer-kept',
    button: 'Go on',
    posts: 1,
    ...further,
  };
}

/** An answer of which no word arrived, although the service may have worked on it. */
function wordless(when: string, plans: readonly Plan[], further: Partial<Row> = {}): Row {
  return { when, plans, kept: 'maybe-charged', button: 'Ask again', posts: 1, ...further };
}

/** What happens to an answer on its way. */
export const streams = {
  'service-stopped': [brokenBy('an error event in mid-stream', fault.errorEvent(some))],
  'unreadable-reply': [
    brokenBy('broken JSON in mid-stream', fault.malformed(some)),
    wordless('JSON in the place of a stream', [fault.json({ hello: 'there' })]),
  ],
  'captive-portal': [wordless('200 with a page to sign in', [fault.html()])],
  refused: [
    wordless('stop_reason refusal without a word', [fault.refusal('cyber')], {
      detail: 'Category: cyber',
      kept: 'charged',
    }),
    brokenBy('stop_reason refusal after some text', fault.refusal(null), {
      text: whole,
      button: 'Ask again',
    }),
  ],
  cut: [
    brokenBy('stop_reason max_tokens', fault.stop('max_tokens'), {
      text: whole,
      clicked: (scene, popup) => wentOn(scene, popup, whole),
    }),
  ],
  interrupted: [
    brokenBy('a connection cut in mid-stream', slowly(fault.cut(some)), {
      detail: 'The connection broke.',
      // The last piece may be lost with the connection.
      text: /^The river rose fast\.?$/,
    }),
    brokenBy('a stream that ends well before its message_stop', fault.endEarly(some), {
      detail: 'The connection broke.',
    }),
    brokenBy('a background that the browser ends in mid-stream', fault.hang(some), {
      meanwhile: (scene, popup) => killedOnceJournalled(scene, popup, part),
      detail: 'The browser stopped Gloss in mid-answer.',
    }),
  ],
} satisfies Partial<Table>;
