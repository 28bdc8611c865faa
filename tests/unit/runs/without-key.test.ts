import { beforeEach, describe, expect, test } from 'vitest';
import { device } from '../../../utils/endpoints/device';
import { onDevice } from '../../../utils/runs/choices';
import type { RunnerParts } from '../../../utils/runs/office';
import { choicesWith, endpointWith, instructionFor, sourceWith } from '../support';
import { reading } from './parts';
import { freshWorlds, scripted, settle, started, stateOf, whole, world } from './world';

freshWorlds();

describe('without a key', () => {
  const noKey = async () =>
    ({ kind: 'problem', problem: { kind: 'no-key', service: 'Anthropic' } }) as const;
  const sent = scripted();
  /** The device answers, and what would be sent anywhere else counts. */
  const open: RunnerParts['open'] = (config) =>
    config.id === 'device' ? device({ summarize: async () => null }) : sent;

  beforeEach(() => {
    sent.calls = 0;
  });

  test('a summary is made on the device: nothing is sent, nothing is paid, no line is written', async () => {
    const { start, show, lines } = world(sent, {
      findAccess: noKey,
      open,
      isOnline: () => false,
    });
    start();
    const view = show();
    await settle();
    const turn = view.current()?.turns[0];
    expect(turn).toMatchObject({
      state: { kind: 'done' },
      service: 'device',
      model: 'key-sentences',
      pricing: { kind: 'free' },
      receipt: { service: 'device', cost: { kind: 'exact', nano: 0 }, usage: null },
    });
    expect(turn?.text).toMatch(/^- /);
    expect(sent.calls).toBe(0);
    expect(lines).toEqual([]);
  });

  test('a summary of any length is made at once', async () => {
    const { start, show } = world(sent, { findAccess: noKey, open });
    const text = 'The harbour froze in January. '.repeat(9_000);
    start({ capture: reading(sourceWith({ text })) });
    const view = show();
    await settle();
    expect(stateOf(view.current())).toBe('done');
  });

  test.each(['explain', 'translate'] as const)('%s says that it needs one', async (id) => {
    const { start, show } = world(sent, { findAccess: noKey, open });
    start(instructionFor(id));
    const view = show();
    await settle();
    const problem = { kind: 'no-key', service: 'Anthropic' };
    expect(view.current()?.state).toEqual({ kind: 'failed', problem });
    expect(sent.calls).toBe(0);
  });

  test.each(['key-gone', 'locked'] as const)(
    'that was there (%s) the device does not step in: the user is told',
    async (kind) => {
      const { start, show } = world(sent, {
        findAccess: async () => ({ kind: 'problem', problem: { kind } }),
        open,
      });
      start();
      const view = show();
      await settle();
      expect(view.current()?.state).toEqual({ kind: 'failed', problem: { kind } });
    },
  );

  test('but by choice the device summarizes, and does nothing else', async () => {
    const asked: (string | null)[] = [];
    const { start, show } = world(sent, {
      open,
      async choices(endpointId) {
        asked.push(endpointId);
        return onDevice(choicesWith());
      },
    });
    start({ endpointId: 'device' });
    const view = show();
    await settle(3_000);
    expect(stateOf(view.current())).toBe('done');
    start({ ...instructionFor('translate'), endpointId: 'device' });
    await settle();
    expect(view.current()?.state).toEqual({ kind: 'failed', problem: { kind: 'not-on-device' } });
    expect(asked).toEqual(['device', 'device']);
    expect(sent.calls).toBe(0);
  });
});

describe('a server of the user’s own', () => {
  const local = endpointWith({ baseUrl: 'http://localhost:11434', auth: 'none' });
  const there = choicesWith({ endpoint: local, model: 'own-model' });

  test('on this computer is asked offline, without a key, and its price is not known', async () => {
    const endpoint = scripted({
      events: [{ ...started, model: 'own-model' }, ...whole.slice(1)],
    });
    const { start, show, lines } = world(endpoint, {
      choices: async () => there,
      findAccess: async () => ({ kind: 'granted', key: null }),
      isOnline: () => false,
    });
    start();
    const view = show();
    await settle();
    expect(view.current()?.turns[0]?.receipt).toMatchObject({
      service: 'Gateway',
      cost: { kind: 'unknown' },
      pricedOn: null,
    });
    expect(lines).toHaveLength(1);
  });
});
