import { isLive, type Run, reduce } from '../utils/core/run';
import { connectRun, type Feed, type RunPort, type Watch } from '../utils/messages';

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
const patience = 1000;

/**
 * Follows a run over the port and shows it, at most once a frame. A closed port is opened again only for a live run or
 * a command: a view that always reconnects would keep the background alive for ever.
 */
export function followRun(
  watch: Watch,
  show: (run: Run | null) => void,
  parts: FollowParts = inBrowser,
): Following {
  let run: Run | null = null;
  let port: RunPort | null = null;
  let frame: number | null = null;
  let ended = false;

  function open(): void {
    if (port || ended) return;
    const opened = parts.connect();
    let answered = false;
    port = opened;
    opened.onMessage.addListener((message: unknown) => {
      answered = true;
      if (port === opened) receive(message as Feed);
    });
    opened.onDisconnect.addListener(() => {
      if (port !== opened) return;
      port = null;
      if (!run || !isLive(run)) draw();
      else if (answered) open();
      else parts.later(open, patience);
    });
    opened.postMessage(watch);
  }

  function receive(message: Feed): void {
    if (message.kind === 'snapshot') run = message.run ?? endedOnly(run);
    else if (message.runId === run?.id) run = message.events.reduce(reduce, run);
    draw();
  }

  function draw(): void {
    frame ??= parts.nextFrame(() => {
      frame = null;
      show(run);
    });
  }

  open();
  return {
    resume: open,
    end() {
      ended = true;
      if (frame !== null) parts.cancelFrame(frame);
      port?.disconnect();
      port = null;
    },
  };
}

/** A run that was read to its end stays on the screen although the background has let go of it. */
function endedOnly(run: Run | null): Run | null {
  return run && !isLive(run) ? run : null;
}
