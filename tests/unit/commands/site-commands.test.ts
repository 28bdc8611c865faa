import { describe, expect, test, vi } from 'vitest';
import type { Aim } from '../../../utils/core/source/source';
import type { Errand } from '../../../utils/store/errand';
import { freshStorage } from '../fresh-storage';
import { noHosts, unstopped } from '../support';
import { captured, freshWorld } from './world';

freshStorage();

describe('a site that may be reached now', () => {
  const errand = { runId: 'r', tabId: 7, origin: 'https://news.example.org', at: 0 };

  function lending(...errands: Errand[]) {
    const loan = { origin: errand.origin, granted: Promise.resolve(true), giveBack: vi.fn() };
    const takeErrand = async () => errands.shift() ?? null;
    return { loan, hosts: { ...noHosts, borrow: () => loan, takeErrand } };
  }

  test('is read for the run that had waited for it, and the answer shown; told twice, it is done once', async () => {
    const showTab = vi.fn(async () => {});
    const { hosts } = lending(errand);
    const { obey, begun } = await freshWorld({ showTab, hosts }, { source: null });
    expect(await obey({ kind: 'try-allowed' })).toBe(true);
    expect(await obey({ kind: 'try-allowed' })).toBe(true);
    expect(begun).toHaveLength(1);
    expect(showTab).toHaveBeenCalledExactlyOnceWith(7);
  });

  test('is read at the address to which the run’s link has led', async () => {
    const address = 'https://news.example.org/winter';
    const captureAim = vi.fn(async () => captured);
    const { hosts } = lending({ ...errand, address });
    const aim: Aim = { kind: 'link', address: 'https://short.example/w' };
    const { obey, begun } = await freshWorld({ captureAim, hosts }, { source: null, aim });
    await obey({ kind: 'try-allowed' });
    await begun[0]?.capture(unstopped);
    expect(begun[0]?.aim).toEqual({ kind: 'link', address });
    expect(captureAim).toHaveBeenCalledExactlyOnceWith({ kind: 'link', address }, 7, unstopped);
  });

  test('and was waited for by its endpoint: the run is asked again, and nothing is captured or given back', async () => {
    const { hosts } = lending(errand);
    const { obey, begun } = await freshWorld({
      hosts: { ...noHosts, takeErrand: hosts.takeErrand },
    });
    expect(await obey({ kind: 'try-allowed' })).toBe(true);
    expect(await begun[0]?.capture(unstopped)).toMatchObject({ kind: 'source' });
  });

  test('is given back where the run is gone', async () => {
    const { loan, hosts } = lending({ ...errand, runId: 'gone' });
    const { obey, begun } = await freshWorld({ hosts });
    expect(await obey({ kind: 'try-allowed' })).toBe(false);
    expect(begun).toEqual([]);
    expect(loan.giveBack).toHaveBeenCalledOnce();
  });
});
