import { browser } from 'wxt/browser';
import type { Run, RunEvent } from '../core/runs/run';

/** Name of the one port on which all that lives comes out of the background. */
export const runPort = 'run';

/** A view's end of the port. */
export type RunPort = ReturnType<typeof connectRun>;

/** Opens the port; what a view posts first is a `Watch`. */
export function connectRun() {
  return browser.runtime.connect({ name: runPort });
}

/** First message of a view on the port: whose run it shows. */
export type Watch =
  /** `last`: the tab's last run, seen or not. */
  | { readonly kind: 'tab'; readonly tabId: number; readonly last: boolean }
  | { readonly kind: 'run'; readonly runId: string };

/** The background's side of the port: the state once, again whenever another run takes its place, and events between. */
export type Feed =
  | { readonly kind: 'snapshot'; readonly run: Run | null }
  /** The page that a link leads to, to be parsed where there is a DOM; answered by `parsed`. */
  | { readonly kind: 'parse'; readonly id: string; readonly html: string }
  | { readonly kind: 'events'; readonly runId: string; readonly events: readonly RunEvent[] };

/** A view as the background has it: where its messages go. */
export interface Viewer {
  post(message: Feed): void;
}
