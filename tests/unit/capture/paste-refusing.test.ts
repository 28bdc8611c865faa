import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { capture } from '../../../utils/capture/capture';
import type { Scripting } from '../../../utils/capture/inject';
import { nothing, page } from '../capture-support';

const refuses = async (): Promise<never> => {
  throw new Error('Cannot access this page');
};
const throws = (): never => {
  throw new TypeError('Type error for parameter injection');
};
const answers = (result: unknown) => async () => [{ frameId: 0, result }];
const never = () => new Promise<never>(() => undefined);

type Answer = Scripting['executeScript'];

/** What browsers do on each kind of page, what comes of it, and whether a text can be pasted instead. */
const kinds: readonly [kind: string, how: Answer, outcome: string][] = [
  ['a page of the browser’s own, chrome://', refuses, 'page-forbids'],
  ['a page of the browser’s own, about:', answers(undefined), 'page-forbids'],
  ['an extension store', refuses, 'page-forbids'],
  ['view-source:', refuses, 'page-forbids'],
  ['data:', refuses, 'page-forbids'],
  ['a sandboxed page that scripts may read', answers(page), 'The page.'],
  ['a sandboxed page that never answers', never, 'page-silent'],
  ['an error page', refuses, 'page-forbids'],
  ['file:// without the user’s leave', refuses, 'page-forbids'],
  ['a PDF in Chromium’s viewer', answers(nothing), 'nothing-selected'],
  ['a PDF in Firefox’s viewer', answers(null), 'page-forbids'],
  ['reader view', refuses, 'page-forbids'],
  ['another extension’s page', refuses, 'page-forbids'],
  ['a blank tab', answers(nothing), 'nothing-selected'],
  ['a closed tab', throws, 'page-forbids'],
];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function outcome(executeScript: Answer, selectionText?: string) {
  const wants = 'selection-or-page';
  const done = capture({ tabId: 1, selectionText, wants }, { executeScript });
  await vi.advanceTimersByTimeAsync(2000);
  return done;
}

describe.each(kinds)('%s', (_, how, expected) => {
  test('has an outcome within two seconds', async () => {
    const done = await outcome(how);
    expect(done.kind === 'source' ? done.source.text : done.problem.kind).toBe(expected);
  });

  test('gives what the browser itself told of a selection', async () => {
    expect(await outcome(how, 'told by the browser')).toMatchObject({
      kind: 'source',
      source: { kind: 'selection', text: 'told by the browser', unsure: false },
    });
  });
});

describe('a selection of which the browser told exactly 16,384 characters', () => {
  const told = 'x'.repeat(16_384);

  test('may have been cut where the page cannot be read, and says so', async () => {
    expect(await outcome(refuses, told)).toMatchObject({ source: { unsure: true } });
    expect(await outcome(refuses, `${told}x`)).toMatchObject({ source: { unsure: false } });
  });

  test('is whole where the page tells the same', async () => {
    const selection = { ...page, kind: 'selection', text: `${told} and more` };
    expect(await outcome(answers(selection), told)).toMatchObject({ source: { unsure: false } });
  });
});
