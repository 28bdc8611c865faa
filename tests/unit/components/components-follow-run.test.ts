import { describe, expect, test } from 'vitest';
import { type FollowParts, followRun } from '../../../components/run/follow-run';
import type { Run } from '../../../utils/core/runs/run';
import type { Feed, RunPort } from '../../../utils/messages/run-port';
import { run, source, turn } from '../../gallery/data/runs';

/** A port whose other end is the test's, and a screen that is drawn when the test says so. */
function stage() {
  const ports: ReturnType<typeof fakePort>[] = [];
  const shown: (Run | null)[] = [];
  let draw: (() => void) | null = null;
  const late: (() => void)[] = [];
  const unanswered: (() => void)[] = [];
  const parts: FollowParts = {
    connect() {
      const port = fakePort();
      ports.push(port);
      return port as unknown as RunPort;
    },
    nextFrame(next) {
      draw = next;
      return 1;
    },
    cancelFrame() {
      draw = null;
    },
    later: (act, ms) => (ms < 1_000 ? late : unanswered).push(act),
  };
  const following = followRun(
    { kind: 'tab', tabId: 7, last: false },
    (run) => shown.push(run),
    parts,
  );
  const frame = () => {
    const now = draw;
    draw = null;
    now?.();
  };
  return { ports, shown, late, unanswered, following, frame };
}

function fakePort() {
  const heard: ((message: Feed) => void)[] = [];
  const closed: (() => void)[] = [];
  const posted: unknown[] = [];
  return {
    posted,
    onMessage: { addListener: (listen: (message: Feed) => void) => heard.push(listen) },
    onDisconnect: { addListener: (listen: () => void) => closed.push(listen) },
    postMessage: (message: unknown) => posted.push(message),
    disconnected: false,
    disconnect() {
      this.disconnected = true;
    },
    say: (message: Feed) => heard.forEach((listen) => void listen(message)),
    close: () => closed.forEach((listen) => void listen()),
  };
}

const streaming = run(source('Text', 'Title'), { turns: [turn({ kind: 'streaming' })] });
const done = run(source('Text', 'Title'), { turns: [turn({ kind: 'done' }, { text: 'All' })] });
const words = (text: string): Feed => ({
  kind: 'events',
  runId: 'run',
  events: [{ kind: 'text', text }],
});

describe('following a run', () => {
  test('asks for the tab and shows its snapshot', () => {
    const { ports, shown, frame } = stage();
    expect(ports[0]?.posted).toEqual([{ kind: 'tab', tabId: 7, last: false }]);
    ports[0]?.say({ kind: 'snapshot', run: done });
    frame();
    expect(shown).toEqual([done]);
  });

  test('draws once a frame, however much has arrived', () => {
    const { ports, shown, frame } = stage();
    ports[0]?.say({ kind: 'snapshot', run: streaming });
    ports[0]?.say(words('Night '));
    ports[0]?.say(words('trains'));
    frame();
    expect(shown).toHaveLength(1);
    expect(shown[0]?.turns[0]?.text).toBe('Night trains');
  });

  test('passes over events of another run', () => {
    const { ports, shown, frame } = stage();
    ports[0]?.say({ kind: 'snapshot', run: streaming });
    ports[0]?.say({ ...words('Other'), runId: 'another' } as Feed);
    frame();
    expect(shown[0]?.turns[0]?.text).toBe('');
  });

  test('opens the port again at once while its run is live', () => {
    const { ports } = stage();
    ports[0]?.say({ kind: 'snapshot', run: streaming });
    ports[0]?.close();
    expect(ports).toHaveLength(2);
  });

  test('waits before it opens a port again that closed without a word', () => {
    const { ports, late } = stage();
    ports[0]?.say({ kind: 'snapshot', run: streaming });
    ports[0]?.close();
    ports[1]?.close();
    expect(ports).toHaveLength(2);
    late[0]?.();
    expect(ports).toHaveLength(3);
  });

  test('lets the background sleep once the run has ended', () => {
    const { ports, late } = stage();
    ports[0]?.say({ kind: 'snapshot', run: done });
    ports[0]?.close();
    expect([ports.length, late.length]).toEqual([1, 0]);
  });

  test('opens the port again after a command', () => {
    const { ports, following } = stage();
    ports[0]?.say({ kind: 'snapshot', run: null });
    ports[0]?.close();
    following.resume();
    following.resume();
    expect(ports).toHaveLength(2);
  });

  test('asks again a few times when the background goes without a word, and then says that there is no run', () => {
    const { ports, shown, frame, late } = stage();
    for (const again of [1, 2, 3]) {
      ports.at(-1)?.close();
      expect(shown).toEqual([]);
      late.shift()?.();
      expect(ports).toHaveLength(again + 1);
    }
    ports.at(-1)?.close();
    frame();
    expect(shown).toEqual([null]);
    expect(late).toEqual([]);
  });

  test('gives up a port that nobody answers, and opens another', () => {
    const { ports, shown, frame, late, unanswered } = stage();
    unanswered.shift()?.();
    expect(ports[0]?.disconnected).toBe(true);
    late.shift()?.();
    expect(ports).toHaveLength(2);
    ports[1]?.say({ kind: 'snapshot', run: done });
    unanswered.shift()?.();
    expect([ports.length, ports[1]?.disconnected]).toEqual([2, false]);
    frame();
    expect(shown).toEqual([done]);
  });

  test('waits on its fourth port for as long as it takes, and never says in vain that there is no run', () => {
    const { ports, shown, frame, late, unanswered } = stage();
    for (const _ of [1, 2, 3]) {
      unanswered.shift()?.();
      late.shift()?.();
    }
    expect([ports.length, unanswered.length]).toEqual([4, 0]);
    frame();
    expect(shown).toEqual([]);
    ports[3]?.say({ kind: 'snapshot', run: streaming });
    frame();
    expect(shown).toEqual([streaming]);
  });

  test('keeps an ended run on the screen although the background has let go of it', () => {
    const { ports, shown, frame } = stage();
    ports[0]?.say({ kind: 'snapshot', run: done });
    ports[0]?.say({ kind: 'snapshot', run: null });
    frame();
    expect(shown).toEqual([done]);
  });

  test('shows a run as it was before the question that the background has forgotten', () => {
    const { ports, shown, frame } = stage();
    const state = { kind: 'planning', question: 'Why?' } as const;
    ports[0]?.say({ kind: 'snapshot', run: { ...done, state } });
    ports[0]?.say({ kind: 'snapshot', run: null });
    frame();
    expect(shown).toEqual([{ ...done, seen: true }]);
  });

  test('shows nothing of a run that was agreed to and forgotten before anything of it was sent', () => {
    const { ports, shown, frame } = stage();
    const state = { kind: 'planning', question: null } as const;
    ports[0]?.say({ kind: 'snapshot', run: { ...done, turns: [], state } });
    ports[0]?.say({ kind: 'snapshot', run: null });
    frame();
    expect(shown).toEqual([null]);
  });

  test('shows nothing more once it has ended', () => {
    const { ports, shown, frame, following } = stage();
    ports[0]?.say({ kind: 'snapshot', run: done });
    following.end();
    frame();
    expect(shown).toEqual([]);
  });
});
