import { describe, expect, test } from 'vitest';
import { builtIns } from '../../../../utils/core/actions/action';
import { actionOf } from '../../../../utils/core/actions/own-action';
import { dayAt, daysApart, startOf } from '../../../../utils/core/calendar';
import { fold } from '../../../../utils/core/fold';
import { type Head, headOf } from '../../../../utils/core/runs/head';
import {
  actionsOf,
  all,
  byDay,
  findHeads,
  lackingIn,
  type Query,
  sitesOf,
  withHead,
} from '../../../../utils/core/runs/history';
import { ownAction } from '../../../gallery/data/own-actions';
import { between, confirming, exact, receipt, run, source, turn } from '../../../gallery/data/runs';

const hour = 3_600_000;
const now = new Date(2026, 10, 26, 12).getTime();
const from = source('The text that was sent', 'Night trains in Zürich');
const told = (text: string) => turn({ kind: 'done' }, { text, receipt: receipt() });

describe('the head of a run', () => {
  test('says how the last answer begins, without marks, and has all that was said to be found by', () => {
    const one = turn({ kind: 'done' }, { text: '# First\n\nanswer', question: null });
    const two = turn(
      { kind: 'done' },
      { text: '- **Second** `answer`\nmore', question: 'And then?' },
    );
    expect(headOf(run(from, { turns: [one, two], question: 'Why?' }))).toMatchObject({
      title: 'Night trains in Zürich',
      site: 'example.org',
      opening: 'Second answer',
      mark: 'ended',
      folded:
        'night trains in zurich example.org why? # first\n\nanswer and then? - **second** `answer`\nmore',
    });
  });

  test('is found by what an action of the user’s own asked, and by the answer', () => {
    const action = actionOf(ownAction({ prompt: 'Write. {{ask:To whom?}}' }));
    const given = { date: '2026-11-26', answers: ['The mayor'], address: false };
    const { folded } = headOf(run(from, { action, given }));
    expect(folded).toContain('to whom? the mayor');
  });

  test('adds up what its turns cost', () => {
    const cost = (...costs: (typeof exact)[]) =>
      headOf(
        run(from, {
          turns: costs.map((each) => turn({ kind: 'done' }, { receipt: receipt({ cost: each }) })),
        }),
      ).cost;
    expect(cost()).toBeNull();
    expect(cost(exact)).toEqual(exact);
    expect(cost(exact, exact)).toEqual({ kind: 'exact', nano: 468_800 });
    expect(cost(exact, between)).toEqual({
      kind: 'between',
      atLeast: 369_300,
      atMost: 1_112_800,
    });
    expect(cost(exact, { kind: 'unknown' })).toEqual({ kind: 'unknown' });
  });

  test.each([
    ['live', run(from, { turns: [turn({ kind: 'streaming' })] })],
    ['unlisted', run(null, { state: { kind: 'capturing' } })],
    [
      'unlisted',
      run(from, { state: { kind: 'failed', problem: { kind: 'no-key', service: 'A' } } }),
    ],
    ['waiting', confirming(from)],
    ['problem', run(from, { turns: [turn({ kind: 'cut' })] })],
    ['ended', run(from, { turns: [turn({ kind: 'stopped' })] })],
  ] as const)('is %s', (mark, subject) => expect(headOf(subject).mark).toBe(mark));

  test('shows and finds the originals of what was shielded', () => {
    const found = [
      { kind: 'email', placeholder: '[EMAIL_1]', original: 'ada@example.org' },
    ] as const;
    const head = headOf(run(from, { found, turns: [told('Ask [EMAIL_1] today')] }));
    expect(head.opening).toBe('Ask ada@example.org today');
    expect(head.folded).toContain('ada@example.org');
  });

  test('keeps a title of any length short, and an empty answer empty', () => {
    const head = headOf(run(source('', 'x'.repeat(5000)), { turns: [told(' \n ')] }));
    expect(head.title).toHaveLength(300);
    expect(head.opening).toBe('');
  });
});

function head(id: string, change: Partial<Head> = {}): Head {
  return { ...headOf(run(from, { id, createdAt: now, turns: [told('An answer')] })), ...change };
}

describe('a search', () => {
  const heads = [
    head('a', { folded: fold('Straßenbahn nach Zürich') }),
    head('b', { folded: 'unrelated', site: 'trains.example', createdAt: now - 30 * hour }),
    head('c', { action: builtIns.explain, folded: 'other', createdAt: now - 8 * 24 * hour }),
  ];
  const named = ({ id }: Head['action']) => fold(id === 'explain' ? 'Erklären' : id);
  const found = (query: Partial<Query>) =>
    findHeads(heads, { ...all, ...query }, { now, named })
      .map(({ id }) => id)
      .join('');

  test.each<[string, Partial<Query>, string]>([
    ['nothing', {}, 'abc'],
    ['blanks', { text: ' \t' }, 'abc'],
    ['capitals and no accents', { text: 'ZURICH' }, 'a'],
    ['words in any order, and parts of words', { text: 'zürich bahn' }, 'a'],
    ['words of which one is missing', { text: 'zürich flug' }, ''],
    ['the name of an action', { text: 'erklaren' }, 'c'],
    ['an action', { actionId: 'explain' }, 'c'],
    ['a site', { site: 'trains.example' }, 'b'],
    ['today', { days: 1 }, 'a'],
    ['two days', { days: 2 }, 'ab'],
    ['seven days', { days: 7 }, 'ab'],
    ['all at once', { text: 'o', actionId: 'explain', site: 'example.org', days: 30 }, 'c'],
    ['marks of expressions', { text: '.*' }, ''],
  ])('for %s', (_, query, ids) => expect(found(query)).toBe(ids));

  test.each<[string, Partial<Query>, Readonly<Record<string, readonly string[]>>]>([
    ['a word of one', { text: 'zürich' }, { b: ['zurich'], c: ['zurich'] }],
    [
      'words of which one is missing',
      { text: 'Bahn Flug', site: 'example.org' },
      { a: ['flug'], c: ['bahn', 'flug'] },
    ],
    [
      'the name of an action and more',
      { text: 'erklären NICHT', days: 30, actionId: 'explain' },
      { c: ['nicht'] },
    ],
    ['no word', { site: 'trains.example' }, {}],
  ])('for %s leaves to the texts what is nowhere else', (_, query, lacking) =>
    expect(Object.fromEntries(lackingIn(heads, { ...all, ...query }, { now, named }))).toEqual(
      lacking,
    ),
  );
});

describe('a list in which one head is another now', () => {
  const heads = [3, 2, 1].map((at) => head(`at ${at}`, { createdAt: at }));
  const ids = (id: string, now: Head | null) => withHead(heads, id, now).map((each) => each.id);

  test.each<[string, Head, readonly string[]]>([
    ['a new one is first', head('new', { createdAt: 4 }), ['new', 'at 3', 'at 2', 'at 1']],
    [
      'one that is back is where it was',
      head('back', { createdAt: 1.5 }),
      ['at 3', 'at 2', 'back', 'at 1'],
    ],
    ['the oldest is last', head('old', { createdAt: 0 }), ['at 3', 'at 2', 'at 1', 'old']],
    ['one that is there keeps its place', head('at 2', { createdAt: 2 }), ['at 3', 'at 2', 'at 1']],
  ])('%s', (_, changed, expected) => expect(ids(changed.id, changed)).toEqual(expected));

  test('and what is gone is in it no more', () => {
    expect(ids('at 2', null)).toEqual(['at 3', 'at 1']);
    expect(ids('unheard-of', null)).toEqual(['at 3', 'at 2', 'at 1']);
  });
});

test('heads are grouped by the user’s own days', () => {
  const midnight = startOf(dayAt(now));
  const times = [now, midnight, midnight - 1, midnight - 49 * hour];
  const days = byDay(times.map((createdAt, index) => head(String(index), { createdAt })));
  expect(days.map(({ heads }) => heads.map(({ id }) => id).join(''))).toEqual(['01', '2', '3']);
  expect(days.map(({ day }) => daysApart(day, dayAt(now)))).toEqual([0, 1, 3]);
});

test('sites are offered that most are of, actions as the newest run had them', () => {
  const heads = ['b.example', 'a.example', 'b.example', '', 'c.example', 'a.example'].map(
    (site, index) => head(String(index), { site, action: { id: 'own:1', title: `Name ${index}` } }),
  );
  expect(sitesOf(heads, 2)).toEqual(['a.example', 'b.example']);
  expect(actionsOf(heads)).toEqual([{ id: 'own:1', title: 'Name 0' }]);
});
