import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { obey } from '../../../utils/commands/obey';
import type { Staff } from '../../../utils/commands/staff';
import { actionOf } from '../../../utils/core/actions/own-action';
import { deviceEndpoint } from '../../../utils/core/endpoint';
import type { Request } from '../../../utils/core/prompt';
import type { Run } from '../../../utils/core/runs/run';
import { unshield } from '../../../utils/core/shield/shield-back';
import { leaving, wordsFor } from '../../../utils/core/shield/shield-source';
import { siteOf } from '../../../utils/core/source/site';
import type { EndpointEvent } from '../../../utils/endpoints/endpoint';
import type { ReadyPreview } from '../../../utils/messages/preview-messages';
import type { Choices } from '../../../utils/runs/choices';
import { createFeeds } from '../../../utils/runs/feeds';
import type { RunnerParts } from '../../../utils/runs/office';
import { createRunner } from '../../../utils/runs/runner';
import { fromRecord, toRecord } from '../../../utils/store/run-record';
import { ownAction } from '../../gallery/data/own-actions';
import { idleStaff } from '../idle-staff';
import { choicesWith, sourceWith } from '../support';
import { reading, startOn, usualParts } from './parts';

const source = sourceWith({ title: 'To ada@example.org', text: 'Ada is ada@example.org.' });
const hidden = 'Ada is [EMAIL_1].';
const choices = choicesWith({ shield: { sites: ['example.org'], words: [] } });

function world(change: Partial<Choices> = {}, more: Partial<RunnerParts> = {}) {
  const requests: Request[] = [];
  const parts: RunnerParts = {
    ...usualParts(),
    open: () => ({
      async *stream({ request }): AsyncGenerator<EndpointEvent> {
        requests.push(request);
        yield { kind: 'text', text: 'Write to [email_1].' };
        yield { kind: 'finished', outcome: { kind: 'done' } };
      },
      listModels: async () => [],
    }),
    feeds: createFeeds(() => 0),
    time: { now: () => Date.UTC(2026, 10, 22), ticks: () => 0, random: () => 0 },
    choices: async () => ({ ...choices, ...change }),
    digest: async () => 'hash',
    ...more,
  };
  const runner = createRunner(parts);
  const staff: Staff = {
    ...idleStaff(runner, parts),
    capture: reading(source),
    captureAim: reading(source),
    detectLanguage: async () => 'de',
  };
  const ended = (id: string) =>
    vi.waitFor(async () => {
      const run = await runner.find(id);
      expect(run?.turns.at(-1)?.receipt).toBeTruthy();
      return run as Run;
    });
  return { requests, staff, runner, ended, parts };
}

const sent = (request: Request | undefined) => JSON.stringify(request?.messages);

beforeEach(() => fakeBrowser.reset());

describe('on a site with the shield up', () => {
  const fromMenu = startOn(source);

  test('placeholders leave, title included, and the run knows what they stand for', async () => {
    const { requests, runner, ended } = world();
    runner.begin(fromMenu);
    const run = await ended('id-1');
    expect(sent(requests[0])).toContain(hidden);
    expect(sent(requests[0])).not.toContain('ada@');
    expect(run.source).toEqual(source);
    expect(run.found).toEqual([
      { kind: 'email', placeholder: '[EMAIL_1]', original: 'ada@example.org' },
    ]);
    expect(unshield(run.turns[0]?.text ?? '', run.found ?? [])).toBe('Write to ada@example.org.');
    expect(fromRecord(JSON.parse(JSON.stringify(toRecord(run))), run.source?.text)).toEqual(
      JSON.parse(JSON.stringify(run)),
    );
  });

  test('answers to what an action asks, and an address that it names, are hidden as well', async () => {
    const { requests, runner, ended } = world();
    const action = actionOf(ownAction({ prompt: '{{url}} {{ask:To whom?}}' }));
    const given = { date: '2026-11-26', answers: ['To ada@example.org'], address: true };
    const from = { ...source, address: 'https://example.org/?mail=bob@example.org' };
    const capture = async () => ({ kind: 'source', source: from }) as const;
    runner.begin({ ...fromMenu, action, given, capture });
    await ended('id-1');
    expect(sent(requests[0])).toContain('To [EMAIL_1]');
    expect(sent(requests[0])).not.toMatch(/ada@|bob@/);
  });

  test('what is hidden in an address that leaves comes back in the answer, after consent as well', async () => {
    const change = {
      thresholds: { nano: 0, tokens: 0 },
      shield: { ...choices.shield, words: ['Bob'] },
    };
    const { requests, runner, ended } = world(change);
    const action = actionOf(ownAction({ prompt: '{{url}}' }));
    const given = { date: '2026-11-26', answers: [], address: true };
    const from = { ...source, address: 'https://example.org/bob/bob@example.net' };
    const capture = async () => ({ kind: 'source', source: from }) as const;
    runner.begin({ ...fromMenu, action, given, capture });
    await vi.waitFor(async () => {
      await runner.confirm('id-1');
      expect(requests).toHaveLength(1);
    });
    expect(sent(requests[0])).toContain('https://example.org/[WORD_1]/[EMAIL_2]');
    expect((await ended('id-1')).found?.map(({ original }) => original)).toEqual([
      'ada@example.org',
      'bob',
      'bob@example.net',
    ]);
  });

  test('a PDF, in which nothing can be hidden, waits for consent, and other pages can be chosen', async () => {
    const dataOf = vi.fn(async () => ({ kind: 'data', data: 'JVBERi0=' }) as const);
    const { requests, runner, ended } = world({}, { dataOf });
    const media = { kind: 'pdf', file: 'f', pages: 2, from: 1, to: 2 } as const;
    const pdf = sourceWith({ kind: 'pdf', text: '', media });
    runner.begin({ ...fromMenu, capture: async () => ({ kind: 'source', source: pdf }) });
    const waits = async () => {
      const run = await runner.find('id-1');
      expect(run?.state).toMatchObject({ kind: 'confirming', unshielded: true });
      return run;
    };
    await vi.waitFor(waits);
    await vi.waitFor(async () => {
      await runner.choosePages('id-1', { from: 2, to: 2 });
      expect((await waits())?.source?.media).toMatchObject({ from: 2, to: 2 });
    });
    expect(requests).toEqual([]);
    await vi.waitFor(async () => {
      await runner.confirm('id-1');
      expect(requests).toHaveLength(1);
    });
    await ended('id-1');
    expect(dataOf).toHaveBeenCalledWith({ ...media, from: 2 });
    expect(sent(requests[0])).toContain('JVBERi0=');
  });

  test('what was shown without the shield leaves without it', async () => {
    const { requests, staff, ended } = world();
    const start = {
      kind: 'start',
      tabId: 1,
      actionId: 'summarize',
      controls: {},
      question: '',
      source,
    } as const;
    await obey({ ...start, shielded: false, endpointId: null }, staff);
    expect((await ended('id-1')).found).toBeNull();
    expect(sent(requests[0])).toContain('ada@example.org');
  });

  test('after consent the same is hidden, and trying again hides it too', async () => {
    const change = { thresholds: { nano: 0, tokens: 0 }, shield: { sites: [], words: ['Ada'] } };
    const { requests, staff, runner, ended } = world(change);
    const start = {
      kind: 'start',
      tabId: 1,
      actionId: 'explain',
      controls: {},
      question: '',
      source,
    } as const;
    await obey({ ...start, shielded: true, endpointId: null }, staff);
    await vi.waitFor(async () =>
      expect((await runner.find('id-1'))?.state.kind).toBe('confirming'),
    );
    change.shield.words = [];
    await vi.waitFor(async () => {
      await obey({ kind: 'confirm', runId: 'id-1' }, staff);
      expect(requests).toHaveLength(1);
    });
    expect(sent(requests[0])).toContain('[WORD_1] is [EMAIL_1].');
    await ended('id-1');
    const before = runner.find('id-1');
    await obey({ kind: 'try-again', runId: 'id-1', tabId: 2, unsaved: false }, staff);
    expect((await before)?.found).toHaveLength(2);
    await vi.waitFor(async () => {
      const next = await runner.find('id-3');
      expect(next?.found).toHaveLength(1);
    });
  });

  test('the device is given the text as it is', async () => {
    const { requests, runner, ended } = world({ endpoint: deviceEndpoint, model: 'device' });
    runner.begin(fromMenu);
    expect((await ended('id-1')).found).toEqual([]);
    expect(sent(requests[0])).toContain('ada@example.org');
  });

  test('what the device was given is hidden once a model is asked the same', async () => {
    const change: Partial<Choices> = { endpoint: deviceEndpoint, model: 'device' };
    const { requests, staff, ended } = world(change);
    const start = { kind: 'start', tabId: 1, actionId: 'summarize', controls: {} } as const;
    const pasted = { ...source, kind: 'pasted', address: '' } as const;
    const asked = { question: '', source: pasted, shielded: true, endpointId: null };
    await obey({ ...start, ...asked }, staff);
    await ended('id-1');
    Object.assign(change, { endpoint: choices.endpoint, model: choices.model });
    await obey({ kind: 'try-again', runId: 'id-1', tabId: 1, unsaved: false }, staff);
    await vi.waitFor(() => expect(requests).toHaveLength(2));
    expect(sent(requests[1])).toContain(hidden);
  });
});

describe('a preview', () => {
  const look = async (change: Partial<Choices>, shielded?: boolean) => {
    const { staff } = world(change);
    const command =
      shielded === undefined
        ? ({ kind: 'preview', tabId: 1, wants: 'page' } as const)
        : ({ kind: 'preview-source', tabId: 1, source, shielded } as const);
    return (await obey(command, staff)) as ReadyPreview;
  };

  test('shows what leaves, and beside it what was captured', async () => {
    const { shielded, source: captured, language } = await look({});
    expect(shielded).toMatchObject({ title: 'To [EMAIL_1]', text: hidden });
    expect(captured).toEqual(source);
    expect(language).toBe('de');
  });

  test.each([
    ['hides where the user puts the shield up', true, [], true],
    ['hides nothing where the user takes it down', false, ['example.org'], false],
    ['hides nothing of a site on which it is not up', undefined, [], false],
    ['hides on a site on which it is up', undefined, ['example.org'], true],
    ['hides on a site on which it is up with its www', undefined, ['www.example.org'], true],
    ['hides nothing where another host of the site is', undefined, ['mail.example.org'], false],
  ])('%s', async (_, asked, sites, up) => {
    const { shielded } = await look({ shield: { sites, words: [] } }, asked);
    expect(shielded !== null).toBe(up);
  });
});

describe('the site of a source', () => {
  test.each([
    ['https://mail.example.org:8443/a?b#c', 'mail.example.org'],
    ['file:///tmp/a.html', ''],
    ['', ''],
    ['no address', ''],
  ])('of %j is %j', (address, site) => expect(siteOf({ address })).toBe(site));

  test('without a host never has the shield up by itself', () => {
    const nowhere = sourceWith({ address: '' });
    expect(wordsFor(nowhere, { sites: ['example.org'], words: [] }, undefined)).toBeNull();
    expect(leaving(nowhere, null)).toEqual({ source: nowhere, found: null });
  });
});
