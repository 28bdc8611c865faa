import { describe, expect, test } from 'vitest';
import { builtIns } from '../../../utils/core/actions/action';
import { consentAbove } from '../../../utils/core/estimate/estimate';
import { usualAim } from '../../../utils/core/source/source';
import { freshStorage } from '../fresh-storage';
import { sourceWith } from '../support';
import { freshStores, runWith, turn } from './stored-run';

freshStorage();

/** A run exactly as version 1 stored it. */
const version1 = {
  v: 1,
  id: 'old',
  createdAt: 7,
  live: 0,
  run: {
    id: 'old',
    actionId: 'summarize',
    state: { kind: 'active' },
    source: sourceWith(),
    language: 'English',
    turns: [
      {
        id: 't',
        requestHash: 'h',
        model: 'claude-haiku-5-5',
        prompt: { low: 1, high: 2 },
        maxOutput: 10,
        text: 'The answer.',
        state: { kind: 'done' },
        usage: turn.usage,
        final: true,
        requestId: 'req_1',
        sentAt: 5,
        receipt: {
          model: 'claude-haiku-5-5',
          usage: turn.usage,
          final: true,
          cost: { kind: 'exact', nano: 600 },
          pricedOn: '2026-11-22',
          requestId: 'req_1',
          sentAt: 5,
          firstWordMs: 300,
          wholeMs: 2000,
        },
      },
    ],
    createdAt: 7,
    private: false,
    saved: true,
  },
};

describe('a run of version 1', () => {
  const [oldTurn] = version1.run.turns;

  test('is read as one of Anthropic’s at listed prices, and seen', async () => {
    const { journal, database } = await freshStores();
    await (await database()).put('runs', version1);
    const { actionId: _, ...rest } = version1.run;
    const expected = {
      ...rest,
      action: builtIns.summarize,
      controls: {},
      question: '',
      endpointId: null,
      aim: usualAim,
      found: null,
      seen: true,
      turns: [
        {
          ...oldTurn,
          service: 'Anthropic',
          pricing: { kind: 'listed' },
          question: null,
          asked: null,
          cached: null,
          receipt: { ...oldTurn?.receipt, service: 'Anthropic', saved: null },
        },
      ],
    };
    expect(await journal.get('old')).toEqual(expected);
  });

  test('that was live is found live, and one that waited for consent would be sent to Anthropic', async () => {
    const { journal, database } = await freshStores();
    const estimate = { model: 'm', prompt: { low: 1, high: 2 }, maxOutput: 3, cost: null };
    const run = { ...version1.run, state: { kind: 'confirming', estimate }, turns: [] };
    await (await database()).put('runs', { ...version1, live: 1, run });
    const [found] = await journal.live();
    expect(found?.state).toEqual({
      kind: 'confirming',
      estimate: {
        endpointId: 'anthropic',
        service: 'Anthropic',
        origin: 'https://api.anthropic.com',
        ...estimate,
      },
      thresholds: consentAbove,
    });
  });

  test('that had no key needed Anthropic’s', async () => {
    const { journal, database } = await freshStores();
    const run = { ...version1.run, state: { kind: 'failed', problem: { kind: 'no-key' } } };
    await (await database()).put('runs', { ...version1, run });
    expect((await journal.get('old'))?.state).toEqual({
      kind: 'failed',
      problem: { kind: 'no-key', service: 'Anthropic' },
    });
  });

  test('is of version 4 once it is written again', async () => {
    const { journal, database } = await freshStores();
    await (await database()).put('runs', version1);
    const run = await journal.get('old');
    if (!run) throw new Error('not read');
    await journal.put(run);
    expect(await (await database()).get('runs', 'old')).toMatchObject({ v: 4, live: 0 });
    expect(await journal.get('old')).toEqual(run);
  });

  test('is not mistaken for one of a version to come', async () => {
    const { journal, database } = await freshStores();
    await (await database()).put('runs', { ...version1, v: 5 });
    expect(await journal.get('old')).toBeNull();
  });
});

describe('a run of version 2', () => {
  test('that waited for consent and named no limits was asked about at the usual ones', async () => {
    const { journal, database } = await freshStores();
    const estimate = {
      endpointId: 'anthropic',
      model: 'm',
      prompt: { low: 1, high: 2 },
      maxOutput: 3,
      cost: null,
    };
    const state = { kind: 'confirming', estimate };
    const run = { ...runWith({ id: 'old', turns: [] }), state };
    await (await database()).put('runs', { ...version1, v: 2, run });
    expect((await journal.get('old'))?.state).toEqual({
      kind: 'confirming',
      estimate: { service: 'Anthropic', origin: 'https://api.anthropic.com', ...estimate },
      thresholds: consentAbove,
    });
  });
});

test('a run of an action that there never was cannot be read', async () => {
  const { journal, database } = await freshStores();
  const run = { ...version1.run, actionId: 'toString' };
  await (await database()).put('runs', { ...version1, run });
  expect(await journal.get('old')).toBeNull();
});
