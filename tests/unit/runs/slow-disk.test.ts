import { describe, expect, test, vi } from 'vitest';
import type { Run } from '../../../utils/core/runs/run';
import type { Endpoint } from '../../../utils/endpoints/endpoint';
import type { RunnerParts } from '../../../utils/runs/office';
import type { Runner } from '../../../utils/runs/runner';
import { shelf } from '../../../utils/store/delete-runs';
import { type Journal, memoryJournal } from '../../../utils/store/runs';
import { choicesWith, nothingSpent } from '../support';
import { freshWorlds, scripted, settle, stateOf, world } from './world';

freshWorlds();

describe('what the user wants of a run whose end or question is still being written', () => {
  /** A world whose ledger and journal take nothing until `goOn` is called, but what has to be written before a request. */
  function slowDisk(endpoint: Endpoint, change: Partial<RunnerParts> = {}) {
    let goOn = () => {};
    const ready = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const journal = memoryJournal();
    const isSent = (run: Run) => run.turns.length > 0;
    const slow: Journal = {
      ...journal,
      put: (run) => (isSent(run) ? journal.put(run) : ready.then(() => journal.put(run))),
    };
    const ledger = { write: () => ready, spentFrom: nothingSpent };
    return { ...world(endpoint, { journal: slow, ledger, ...change }), goOn };
  }
  const asksFirst = { choices: async () => choicesWith({ thresholds: { nano: 0, tokens: 0 } }) };
  const asked = { runId: 'id-1', tabId: 1, question: 'And when?', unsaved: false };

  test('is one more question: it is asked once, as soon as it can be', async () => {
    const endpoint = scripted();
    const { start, show, runner, goOn } = slowDisk(endpoint);
    start();
    const view = show();
    await settle();
    expect(stateOf(view.current())).toBe('done');
    void runner.ask(asked);
    void runner.ask(asked);
    await settle();
    expect(endpoint.calls).toBe(1);
    goOn();
    await settle();
    expect(view.current()?.turns.map(({ question }) => question)).toEqual([null, 'And when?']);
    expect(endpoint.calls).toBe(2);
  });

  test('is to send it: it is sent once', async () => {
    const endpoint = scripted();
    const { start, show, runner, goOn } = slowDisk(endpoint, asksFirst);
    start();
    const view = show();
    await settle();
    expect(view.current()?.state.kind).toBe('confirming');
    void runner.confirm('id-1');
    void runner.confirm('id-1');
    await settle();
    expect(endpoint.calls).toBe(0);
    goOn();
    await settle();
    expect(stateOf(view.current())).toBe('done');
    expect(endpoint.calls).toBe(1);
  });

  test('is to send it, and then not: it is not sent, and can be', async () => {
    const endpoint = scripted();
    const { start, show, runner, goOn } = slowDisk(endpoint, asksFirst);
    start();
    const view = show();
    await settle();
    void runner.confirm('id-1');
    runner.stop('id-1');
    goOn();
    await settle();
    expect(view.current()?.state.kind).toBe('confirming');
    expect(endpoint.calls).toBe(0);
    await runner.confirm('id-1');
    await settle();
    expect(endpoint.calls).toBe(1);
  });

  test.each<[string, (runner: Runner) => Promise<unknown>]>([
    ['to delete it', ({ bin }) => bin.delete('id-1')],
    ['to delete all', ({ bin }) => bin.deleteAll()],
  ])('is %s: it does not come back', async (_, remove) => {
    const deleted: string[] = [];
    const { start, runner, goOn, parts } = slowDisk(scripted());
    start();
    await settle();
    const removed = remove(runner).then(() => deleted.push('done'));
    await settle();
    // Comes after whatever has been asked of the database.
    await shelf.take('another');
    await settle();
    expect(deleted).toEqual([]);
    const put = vi.spyOn(parts.journal, 'put');
    goOn();
    await removed;
    const writes = put.mock.calls.length;
    await settle();
    expect(put.mock.calls).toHaveLength(writes);
  });
});
