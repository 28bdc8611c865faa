import { isLive, type Run, reduce } from '../../utils/core/runs/run';
import { connectRun, type Feed, type RunPort, type Watch } from '../../utils/messages/run-port';
import { parseLinked } from '../parse-linked';

/** What following a run needs of the browser; arguments, so that tests have their own. */
export interface FollowParts {
  readonly connect: () => RunPort;
  readonly nextFrame: (draw: () => void) => number;
  readonly cancelFrame: (frame: number) => void;
  readonly later: (act: () => void, ms: number) => unknown;
}

const inBrowser: FollowParts = {
  connect: connectRun,
  nextFrame: (draw) => requestAnimationFrame(draw),
  cancelFrame: (frame) => cancelAnimationFrame(frame),
  later: (act, ms) => setTimeout(act, ms),
};

export interface Following {
  /** After a command: opens the port again if it has been closed meanwhile. */
  resume(): void;
  end(): void;
}

/** ms before a port is opened again that closed without a word. */
const patience = 300;

/** ms without an answer after which a port is taken for lost: a background that has to start answers in a tenth of it. */
const unanswered = 3_000;

/** Ports in a row that may go without a word. */
const mostSilences = 4;

/**
 * Follows a run over the port and shows it, at most once a frame. A closed port is opened again only for a live run or
 * a command: a view that always reconnects would keep the background alive for ever.
 */
export function followRun(
  watch: Watch,
  show: (run: Run | null) => void,
  parts: FollowParts = inBrowser,
): Following {
  const state: State = {
    watch,
    show,
    parts,
    run: null,
    port: null,
    frame: null,
    ended: false,
    silences: 0,
  };
  open(state);
  return {
    resume: () => open(state),
    end() {
      state.ended = true;
      if (state.frame !== null) parts.cancelFrame(state.frame);
      state.port?.disconnect();
      state.port = null;
    },
  };
}

interface State {
  readonly watch: Watch;
  readonly show: (run: Run | null) => void;
  readonly parts: FollowParts;
  run: Run | null;
  port: RunPort | null;
  frame: number | null;
  ended: boolean;
  /** Ports in a row that closed without a word. */
  silences: number;
}

function open(state: State): void {
  if (state.port || state.ended) return;
  const port = state.parts.connect();
  let answered = false;
  state.port = port;
  const over = () => {
    if (state.port !== port) return;
    state.port = null;
    closed(state, answered);
  };
  port.onMessage.addListener((message: unknown) => {
    answered = true;
    if (state.port === port) receive(state, message as Feed);
  });
  port.onDisconnect.addListener(over);
  port.postMessage(state.watch);
  // The last one may take as long as it likes: what the background has to say, it says.
  if (state.silences + 1 < mostSilences)
    state.parts.later(() => {
      if (answered || state.port !== port) return;
      port.disconnect();
      over();
    }, unanswered);
}

/** A port that closed without a word met a background on its way out: whose run it is has not been said yet. */
function closed(state: State, answered: boolean): void {
  const live = state.run !== null && isLive(state.run);
  state.silences = answered ? 0 : state.silences + 1;
  if (answered && live) open(state);
  else if (!answered && (live || state.silences < mostSilences))
    state.parts.later(() => open(state), patience);
  else draw(state);
}

function receive(state: State, message: Feed): void {
  if (message.kind === 'parse') return void parseLinked(message);
  const { run } = state;
  if (message.kind === 'snapshot') state.run = message.run ?? forgotten(run);
  else if (message.runId === run?.id) state.run = message.events.reduce(reduce, run);
  draw(state);
}

function draw(state: State): void {
  state.frame ??= state.parts.nextFrame(() => {
    state.frame = null;
    state.show(state.run);
  });
}

/**
 * What stays on the screen of a run that the background no longer knows: one that had ended, as it was, also where more
 * was to be asked; one in mid-answer, which only a private window's can be, as interrupted; of any other nothing had come.
 */
function forgotten(run: Run | null): Run | null {
  if (!run || run.state.kind === 'capturing' || run.state.kind === 'confirming') return null;
  if (run.state.kind === 'planning')
    return run.turns.length === 0 ? null : reduce(run, { kind: 'withdrawn' });
  if (!isLive(run)) return run;
  const state = { kind: 'interrupted', cause: 'background' } as const;
  const requestId = run.turns.at(-1)?.requestId ?? null;
  return reduce(run, { kind: 'ended', state, receipt: null, requestId });
}
