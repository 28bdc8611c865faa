import { describe, expect, test } from 'vitest';
import {
  type Hands,
  type PutOutcome,
  putText,
  type Writing,
} from '../../../utils/capture/put-text';
import type { Order } from '../../../utils/page/order';

const refuse = Symbol('refuse');
const selected = { kind: 'selected', text: 'as given', around: ['be', 'hind'] };

interface Frames {
  /** What a frame answers, step by step; after the last it refuses. */
  readonly answers?: readonly unknown[];
  readonly pasted?: unknown;
  /** Whether the page itself can be reached. */
  readonly page?: boolean;
}

function handsIn({ answers = [], pasted = true, page = true }: Frames) {
  const did: string[] = [];
  const orders: Order[] = [];
  const told = async (what: unknown) => {
    if (what === refuse || what === undefined)
      throw new Error('Cannot access contents of the page.');
    return what;
  };
  const left = [...answers];
  const hands: Hands = {
    async leave({ frameIds }, order) {
      did.push(`leave in ${frameIds}`);
      orders.push(order);
      return null;
    },
    obey: () => told(left.shift()),
    async pretendFocus() {
      did.push('pretend');
      return null;
    },
    paste(_, text) {
      did.push(`paste ${text}`);
      return told(pasted);
    },
    touch: () => told(page ? true : refuse),
  };
  return { hands, did, orders };
}

const writing: Writing = {
  tabId: 1,
  place: { kind: 'rich', frameId: 0 },
  expected: 'old',
  text: 'new',
  how: 'replace',
};
const inFrame: Writing = { ...writing, place: { kind: 'rich', frameId: 7 } };

describe('writing into a page', () => {
  test.each<[string, Writing, Frames, PutOutcome]>([
    ['done in a field', writing, { answers: [{ kind: 'written' }] }, 'written'],
    ['done by pasting', writing, { answers: [selected, { kind: 'written' }] }, 'written'],
    ['refused: the text has changed', writing, { answers: [{ kind: 'changed' }] }, 'changed'],
    ['refused: it stands there twice', writing, { answers: [{ kind: 'unclear' }] }, 'unclear'],
    ['not taken', writing, { answers: [selected, { kind: 'ignored' }] }, 'ignored'],
    [
      'not known to be taken: the page is gone meanwhile',
      writing,
      { answers: [selected] },
      'ignored',
    ],
    ['refused by the browser', writing, {}, 'needs-gesture'],
    ['refused: the frame is gone', inFrame, {}, 'gone'],
    ['refused in a frame as in its page', inFrame, { page: false }, 'needs-gesture'],
    [
      'nothing that we understand',
      writing,
      { answers: [{ kind: 'selected', text: 5 }] },
      'needs-gesture',
    ],
  ])('is %s', async (_, what, frames, outcome) => {
    expect(await putText(what, handsIn(frames).hands)).toBe(outcome);
  });

  test('gives what it found there to the page, and looks whether it has arrived', async () => {
    const { hands, did, orders } = handsIn({ answers: [selected, { kind: 'written' }] });
    await putText(inFrame, hands);
    expect(did).toEqual(['pretend', 'leave in 7', 'paste as given', 'leave in 7']);
    expect(orders).toEqual([
      { step: 'find', expected: 'old', text: 'new', how: 'replace', around: ['', ''] },
      { step: 'check', expected: 'old', text: 'as given', how: 'replace', around: ['be', 'hind'] },
    ]);
  });

  test.each([false, refuse, 'yes'])(
    'types where nothing listens to pasting: %s',
    async (pasted) => {
      const { hands, orders } = handsIn({ answers: [selected, { kind: 'written' }], pasted });
      await putText(writing, hands);
      expect(orders.at(-1)?.step).toBe('type');
    },
  );

  test('leaves the page’s own code alone for a field', async () => {
    const { hands, did } = handsIn({ answers: [{ kind: 'written' }] });
    await putText({ ...writing, place: { kind: 'field', frameId: 0 } }, hands);
    expect(did).toEqual(['leave in 0']);
  });
});
