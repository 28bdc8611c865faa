import { describe, expect, test, vi } from 'vitest';
import { anthropicEndpoint, type EndpointConfig } from '../../../utils/core/endpoint';
import type { Problem } from '../../../utils/core/problem';
import type { RunnerParts } from '../../../utils/runs/office';
import { choicesWith, endpointWith } from '../support';
import { reading } from './parts';
import { freshWorlds, large, scripted, settle, stateOf, world } from './world';

freshWorlds();

describe('a run that waits for consent', () => {
  test('is not sent before the user agrees, and then once', async () => {
    const endpoint = scripted();
    const { start, show, runner } = world(endpoint);
    start({ capture: reading(large) });
    const view = show();
    await settle();
    expect(view.current()?.state).toMatchObject({
      kind: 'confirming',
      estimate: { model: 'claude-haiku-5-5' },
    });
    expect(endpoint.calls).toBe(0);
    await Promise.all([runner.confirm('id-1'), runner.confirm('id-1')]);
    await settle();
    expect(stateOf(view.current())).toBe('done');
    expect(endpoint.calls).toBe(1);
  });

  test('goes on with the model that was asked about, whatever has been chosen since', async () => {
    let model = 'claude-haiku-5-5';
    const { start, show, runner } = world(scripted(), {
      choices: async () => choicesWith({ model }),
    });
    start({ capture: reading(large) });
    const view = show();
    await settle();
    model = 'claude-opus-5-5';
    await runner.confirm('id-1');
    await settle();
    expect(view.current()?.turns[0]?.prompt).toBeDefined();
    expect(view.current()?.turns[0]?.receipt?.model).toBe('claude-haiku-5-5');
  });

  test('goes on where it was asked about, whatever is usual since', async () => {
    const asked: (string | null)[] = [];
    let usual: EndpointConfig = endpointWith();
    const { start, show, runner } = world(scripted(), {
      async choices(endpointId) {
        asked.push(endpointId);
        const endpoint = endpointId === 'own' ? endpointWith() : usual;
        return choicesWith({ endpoint, model: endpoint.model });
      },
    });
    start({ capture: reading(large) });
    const view = show();
    await settle();
    expect(view.current()?.state).toMatchObject({ estimate: { endpointId: 'own' } });
    usual = anthropicEndpoint;
    await runner.confirm('id-1');
    await settle();
    expect(asked).toEqual([null, 'own']);
    expect(view.current()?.turns[0]?.service).toBe('Gateway');
  });

  test('goes nowhere else when the endpoint that was agreed to is gone', async () => {
    const endpoint = scripted();
    let there: EndpointConfig = endpointWith();
    const { start, show, runner } = world(endpoint, {
      choices: async () => choicesWith({ endpoint: there }),
    });
    start({ capture: reading(large) });
    const view = show();
    await settle();
    there = anthropicEndpoint;
    await runner.confirm('id-1');
    await settle();
    expect(view.current()?.state).toMatchObject({ problem: { kind: 'endpoint-gone' } });
    expect(endpoint.calls).toBe(0);
  });

  /** A run at the user's own endpoint that waits for consent. */
  async function agreedAbout(agreed: Partial<EndpointConfig>, access?: RunnerParts['findAccess']) {
    const endpoint = scripted();
    const stream = endpoint.stream.bind(endpoint);
    const models: string[] = [];
    endpoint.stream = (outgoing) => {
      models.push(outgoing.request.model);
      return stream(outgoing);
    };
    const opened: EndpointConfig[] = [];
    let there = endpointWith(agreed);
    const all = world(endpoint, {
      choices: async () => choicesWith({ endpoint: there, model: there.model }),
      open(config) {
        opened.push(config);
        return endpoint;
      },
      ...(access && { findAccess: access }),
    });
    all.start({ capture: reading(large) });
    const view = all.show();
    await settle();
    expect(view.current()?.state.kind).toBe('confirming');
    /** What becomes of the run when the user agrees after the endpoint has been changed. */
    async function confirm(change: Partial<EndpointConfig> = {}) {
      there = endpointWith({ ...agreed, ...change });
      await all.runner.confirm('id-1');
      await settle();
      return view.current();
    }
    return { confirm, opened, models };
  }

  const priced = (nano: number) => ({
    prices: [{ model: 'own-model', input: nano, output: nano }],
  });

  test.each<[string, Partial<EndpointConfig>]>([
    ['at another address', { baseUrl: 'https://new.example.org' }],
    ['at another port', { baseUrl: 'https://gateway.example.org:8443' }],
    ['dearer', priced(11)],
    ['of unknown price', { prices: [] }],
  ])(
    'is asked about anew when its endpoint has become one %s, and goes there once that is agreed to',
    async (_, change) => {
      const { confirm, opened, models } = await agreedAbout(priced(10));
      const asked = await confirm(change);
      const to = endpointWith({ ...priced(10), ...change });
      expect(asked?.state).toMatchObject({
        kind: 'confirming',
        estimate: { endpointId: 'own', origin: new URL(to.baseUrl).origin },
        thresholds: choicesWith().thresholds,
      });
      expect(models).toEqual([]);
      expect(stateOf(await confirm(change))).toBe('done');
      expect(opened).toEqual([to]);
    },
  );

  test.each<[string, Partial<EndpointConfig>]>([
    ['cheaper', priced(9)],
    ['called otherwise', { name: 'Renamed' }],
    ['at another path', { baseUrl: 'https://gateway.example.org/path' }],
    ['usually asked for another model', { model: 'other-model' }],
  ])('is sent as agreed when its endpoint has become %s', async (_, change) => {
    const { confirm, models } = await agreedAbout(priced(10));
    expect(stateOf(await confirm(change))).toBe('done');
    expect(models).toEqual(['own-model']);
  });

  test('is not answered by the device when its key is forgotten meanwhile', async () => {
    const problem: Problem = { kind: 'no-key', service: 'Gateway' };
    const findAccess = vi.fn<RunnerParts['findAccess']>();
    findAccess.mockResolvedValueOnce({ kind: 'granted', key: 'gw-1' });
    findAccess.mockResolvedValue({ kind: 'problem', problem });
    const { confirm, opened } = await agreedAbout({}, findAccess);
    const run = await confirm();
    expect(run?.state).toEqual({ kind: 'failed', problem });
    expect([run?.turns, opened]).toEqual([[], []]);
  });

  test('keeps the limits that it was asked about', async () => {
    const thresholds = { nano: 0, tokens: 7 };
    const { start, show } = world(scripted(), {
      choices: async () => choicesWith({ thresholds }),
    });
    start();
    const view = show();
    await settle();
    expect(view.current()?.state).toMatchObject({ kind: 'confirming', thresholds });
    expect(view.current()?.state).not.toHaveProperty('estimate.basis');
  });
});
