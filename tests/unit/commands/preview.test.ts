import { describe, expect, test, vi } from 'vitest';
import { defaultModel } from '../../../utils/core/model';
import type { Settings } from '../../../utils/store/settings';
import { freshStorage } from '../fresh-storage';
import { captured, changing, freshWorld, gatewayKey, own, source } from './world';

freshStorage();

describe('a preview', () => {
  const preview = { kind: 'preview', tabId: 1, wants: 'selection-or-page' } as const;

  test('without a key tells what the device would do, and what a model would take', async () => {
    const shown = await (await freshWorld()).obey(preview);
    expect(shown).toMatchObject({
      hasKey: false,
      source,
      estimates: {
        summarize: { endpointId: 'device', cost: { low: 0, high: 0 } },
        explain: { endpointId: 'anthropic', model: defaultModel.id },
        translate: { endpointId: 'anthropic' },
      },
    });
  });

  test('with a key tells what the chosen endpoint would take', async () => {
    const world = await freshWorld();
    await world.obey(changing({ endpoints: [own], endpoint: 'own' }));
    await world.obey({ kind: 'save-key', ...gatewayKey, keep: 'session' });
    expect(await world.obey(preview)).toMatchObject({
      hasKey: true,
      estimates: { summarize: { endpointId: 'own', model: 'own-model', cost: null } },
    });
  });

  test('of what cannot be read is its problem', async () => {
    const problem = { kind: 'problem', problem: { kind: 'needs-gesture' } } as const;
    const world = await freshWorld({ capture: async () => problem });
    expect(await world.obey(preview)).toEqual(problem);
  });
});

test('a pasted text is previewed without a look at the page', async () => {
  const capture = vi.fn(async () => captured);
  const world = await freshWorld({ capture });
  const shown = await world.obey({ kind: 'preview-pasted', tabId: 1, text: ' Mine. \n' });
  expect(shown).toMatchObject({
    kind: 'source',
    source: { kind: 'pasted', text: ' Mine.' },
    estimates: { explain: { endpointId: 'anthropic' } },
  });
  expect(capture).not.toHaveBeenCalled();
});

describe('a preview in a private window', () => {
  const preview = { kind: 'preview', tabId: 1, wants: 'selection-or-page' } as const;

  async function privateWorld(privateWindows: Settings['privateWindows']) {
    const capture = vi.fn(async () => captured);
    const world = await freshWorld({ capture, isPrivate: async () => true });
    await world.obey(changing({ privateWindows }));
    return { world, capture };
  }

  test('reads nothing where the user wants nothing of Gloss there', async () => {
    const { world, capture } = await privateWorld('off');
    expect(await world.obey(preview)).toEqual({
      kind: 'problem',
      problem: { kind: 'private-window-off' },
    });
    expect(capture).not.toHaveBeenCalled();
  });

  test('is shown where the user does, and says where it is', async () => {
    const { world } = await privateWorld('memory');
    expect(await world.obey(preview)).toMatchObject({ kind: 'source', source, isPrivate: true });
  });

  test('is not concerned by the rule when the window is none', async () => {
    const world = await freshWorld();
    await world.obey(changing({ privateWindows: 'off' }));
    expect(await world.obey(preview)).toMatchObject({ kind: 'source', source });
  });
});
