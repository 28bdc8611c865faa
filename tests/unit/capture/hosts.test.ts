import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createHosts, type HostCalls, lent } from '../../../utils/capture/hosts';
import { changeSettings } from '../../../utils/store/settings';
import { endpointWith, sourceWith } from '../support';

const site = 'https://news.example.org';
const captured = { kind: 'source', source: sourceWith() } as const;
const refused = { kind: 'problem', problem: { kind: 'site-not-allowed', origin: site } };

function world(change: Partial<HostCalls> = {}) {
  const happened: string[] = [];
  const note = (what: string) => async (origin: string) => {
    happened.push(`${what} ${origin}`);
    return true;
  };
  const calls = {
    request: note('request'),
    now: () => 0,
    mayReach: note('reach'),
    release: note('release'),
    ...change,
  };
  const capture = async () => {
    happened.push('read');
    return captured;
  };
  return { happened, capture, hosts: createHosts(calls) };
}

beforeEach(() => fakeBrowser.reset());

describe('a host', () => {
  test('is asked for before anything is awaited, lent, and given back', async () => {
    const { hosts, happened, capture } = world();
    const loan = hosts.ask(site);
    expect(happened).toEqual([`request ${site}`]);
    expect(await lent(loan, capture)).toEqual(captured);
    expect(happened).toEqual([`request ${site}`, 'read', `release ${site}`]);
  });

  test('that the user has let a view reach is given back, too', async () => {
    const { hosts, happened, capture } = world();
    await lent(hosts.borrow(site), capture);
    expect(happened).toEqual([`reach ${site}`, 'read', `release ${site}`]);
  });

  test.each<[string, HostCalls['request']]>([
    ['refused', async () => false],
    ['that cannot be asked for', () => Promise.reject(new Error('Invalid match pattern'))],
  ])('that is %s is a problem, and nothing is read or given back', async (_, request) => {
    const { hosts, happened, capture } = world({ request });
    expect(await lent(hosts.ask(site), capture)).toEqual(refused);
    expect(happened).toEqual([]);
  });

  test('is given back when reading fails, and once only', async () => {
    const { hosts, happened } = world();
    const loan = hosts.ask(site);
    await expect(lent(loan, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await loan.giveBack();
    expect(happened.filter((each) => each.startsWith('release'))).toHaveLength(1);
  });

  test('that is lent twice, whatever the ports, is given back by the last', async () => {
    const { hosts, happened } = world();
    const [first, second] = [hosts.ask(site), hosts.ask(`${site}:8443`)];
    await first.giveBack();
    expect(happened).not.toContain(`release ${site}`);
    await second.giveBack();
    expect(happened).toContain(`release ${site}:8443`);
  });

  test('stays where an endpoint of the user is', async () => {
    await changeSettings({ endpoints: [endpointWith({ baseUrl: `${site}:8443` })] });
    const { hosts, happened, capture } = world();
    await lent(hosts.ask(site), capture);
    expect(happened).toEqual([`request ${site}`, 'read']);
  });

  test('that the browser does not take back does no harm', async () => {
    const { hosts, capture } = world({ release: () => Promise.reject(new Error('required')) });
    expect(await lent(hosts.ask(site), capture)).toEqual(captured);
  });

  describe('that nobody gives back', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    test('is taken back while the background lives', async () => {
      const { hosts, happened } = world();
      hosts.ask(site);
      await vi.advanceTimersByTimeAsync(24_999);
      expect(happened).toEqual([`request ${site}`]);
      await vi.advanceTimersByTimeAsync(1);
      expect(happened).toEqual([`request ${site}`, `release ${site}`]);
    });
  });
});
