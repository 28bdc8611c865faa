import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { compared } from '../../../utils/commands/compared';
import { anthropicEndpoint, deviceEndpoint } from '../../../utils/core/endpoint';
import type { CompareCommand } from '../../../utils/messages/compare-messages';
import { plannedStart } from '../../../utils/runs/planned';
import { writeModels } from '../../../utils/store/models';
import { changeSettings, readSettings } from '../../../utils/store/settings';
import { models } from '../../gallery/data/models';
import { choicesWith, endpointWith, sourceWith } from '../support';

const at = Date.UTC(2026, 10, 26);

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
