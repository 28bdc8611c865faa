import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { compared } from '../../../../utils/commands/compared';
import { anthropicEndpoint, deviceEndpoint } from '../../../../utils/core/endpoint';
import { type Compared, compare } from '../../../../utils/core/estimate/compare';
import { priceOf } from '../../../../utils/core/money/prices';
import type { CompareCommand } from '../../../../utils/messages/compare-messages';
import { plannedStart } from '../../../../utils/runs/planned';
import { writeModels } from '../../../../utils/store/models';
import { changeSettings, readSettings } from '../../../../utils/store/settings';
import { models } from '../../../gallery/data/models';
import { estimate } from '../../../gallery/data/runs';
import { choicesWith, endpointWith, sourceWith } from '../../support';

const at = Date.UTC(2026, 10, 26);

function modelWith(
  change: Partial<Compared> & { readonly prompt?: Compared['estimate']['prompt'] },
) {
  const { prompt = { low: 90, high: 110 }, ...rest } = change;
  return { name: 'A', maxInput: null, price: null, estimate: estimate({ prompt }), ...rest };
}

describe('models that are compared', () => {
  const range = fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]) => ({ low: a, high: a + b }));
  const model = fc.record({
    name: fc.string(),
    cost: fc.option(range),
    maxInput: fc.option(fc.nat(20)),
    prompt: range,
  });

  test('come all, the cheapest first and what has no price last, in whatever order they are listed', () => {
    fc.assert(
      fc.property(fc.array(model), (listed) => {
        const given = listed.map(({ name, maxInput, cost, prompt }) => ({
          ...modelWith({ name, maxInput }),
          estimate: estimate({ cost, prompt }),
        }));
        const found = compare(given);
        const most = found.map(({ estimate: { cost } }) => cost?.high ?? Number.POSITIVE_INFINITY);
        expect(most).toEqual(most.toSorted((a, b) => a - b));
        expect(found.map(({ estimate: each }) => each)).toHaveLength(given.length);
        expect(new Set(found.map(({ estimate: each }) => each))).toEqual(
          new Set(given.map(({ estimate: each }) => each)),
        );
        const shown = (rows: typeof found) =>
          rows.map(({ name, estimate: { cost } }) => [name, cost]);
        expect(shown(compare(given.toReversed()))).toEqual(shown(found));
      }),
    );
  });

  test.each([
    [110, 'yes'],
    [109, 'maybe'],
    [90, 'maybe'],
    [89, 'no'],
    [null, 'unknown'],
  ] as const)('that read %s tokens, of 90 to 110: fit %s', (maxInput, fit) => {
    expect(compare([modelWith({ maxInput })])[0]?.fit).toBe(fit);
  });

  test.each([
    [{ low: 99_000, high: 100_000 }, 'no'],
    [{ low: 100_000, high: 100_001 }, 'maybe'],
    [{ low: 100_001, high: 120_000 }, 'yes'],
  ] as const)('warn of a dearer tier: %o is above it: %s', (prompt, reached) => {
    const price = priceOf('claude-haiku-5-5', at);
    expect(compare([modelWith({ price, prompt })])[0]?.tier).toEqual({
      above: 100_000,
      times: 5,
      reached,
    });
  });

  test('warn of none where the price is the same at any length, or the user’s own', () => {
    const price = priceOf('claude-opus-5-5', at);
    expect(compare([modelWith({ price }), modelWith({})]).map(({ tier }) => tier)).toEqual([
      null,
      null,
    ]);
  });

  test('are told the dearest of a tier’s rates, rounded up', () => {
    const price = priceOf('claude-opus-5-5', at);
    if (!price) throw new Error('It has a price.');
    const rates = { ...price, input: price.input * 2, output: Math.round(price.output * 2.01) };
    const tiered = { ...price, above: { promptTokens: 10, rates } };
    expect(compare([modelWith({ price: tiered })])[0]?.tier?.times).toBe(2.1);
  });
});

describe('what a start would take of each model', () => {
  const own = endpointWith({ prices: [{ model: 'own-model', input: 1, output: 1 }] });
  const source = sourceWith({ text: 'Write to ada@example.org. '.repeat(40) });
  const command: CompareCommand = {
    kind: 'compare',
    tabId: 1,
    actionId: 'summarize',
    controls: {},
    question: '',
    source,
    shielded: true,
    endpointId: 'anthropic',
  };
  const means = (locked: readonly string[] = []): Parameters<typeof compared>[1] => ({
    choices: async (id) => {
      const { endpoints } = await readSettings();
      const known = [...endpoints, deviceEndpoint];
      const endpoint = known.find((each) => each.id === id) ?? anthropicEndpoint;
      const listed = endpoint.id === 'anthropic' ? models : [];
      return choicesWith({ endpoint, model: endpoint.model, models: listed });
    },
    findAccess: async ({ id }) =>
      locked.includes(id)
        ? { kind: 'problem', problem: { kind: 'no-key', service: id } }
        : { kind: 'granted', key: 'k' },
    time: { now: () => at, ticks: () => 0, random: () => 0 },
  });
  const names = (rows: Awaited<ReturnType<typeof compared>>) =>
    rows.map(({ estimate: { model } }) => model);

  beforeEach(async () => {
    fakeBrowser.reset();
    await writeModels('anthropic', models);
    await changeSettings({ endpoints: [anthropicEndpoint, own] });
  });

  test('is told of the device and of the models of every endpoint that has a key', async () => {
    expect(names(await compared(command, means()))).toEqual([
      'device',
      'own-model',
      'claude-haiku-5-5',
      'claude-haiku-4-5-20251001',
      'claude-sonnet-5-5',
      'claude-opus-5-5',
      'claude-next-1',
    ]);
    expect(names(await compared(command, means(['anthropic'])))).toEqual(['device', 'own-model']);
  });

  test('is nothing on the device, which fits whatever it is, where the device can do it', async () => {
    const [device] = await compared(command, means());
    expect(device).toMatchObject({ estimate: { cost: { low: 0, high: 0 } }, fit: 'yes' });
    const picture = { kind: 'image', file: 'f', width: 9, height: 9, type: 'image/png' } as never;
    for (const change of [
      { actionId: 'explain' },
      { source: sourceWith({ kind: 'image', media: picture }) },
    ])
      expect(names(await compared({ ...command, ...change }, means()))).not.toContain('device');
  });

  test('is just what it would take when it is started so, with the same hidden', async () => {
    for (const { estimate: told } of await compared(command, means())) {
      const { endpointId, model } = told;
      const plan = await plannedStart({ ...command, endpointId, model }, means());
      expect(plan?.estimate).toEqual(told);
    }
  });

  test('is told of a model that is asked though it is not listed', async () => {
    const found = await compared({ ...command, model: 'claude-fable-5-2' }, means());
    expect(names(found)).toContain('claude-fable-5-2');
  });

  test('is not told of a service that cannot read a PDF, nor of an action that is gone', async () => {
    const media = { kind: 'pdf', file: 'f', pages: 2, from: 1, to: 2, bytes: 9 } as never;
    const pdf = { ...command, source: sourceWith({ kind: 'pdf', media }) };
    expect(names(await compared(pdf, means(['anthropic'])))).toEqual([]);
    expect(await compared({ ...command, actionId: 'gone' }, means())).toEqual([]);
  });
});
