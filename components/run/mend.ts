import type { Remedy } from '../../utils/core/runs/remedy';
import { lastQuestion, problemOf, type Run } from '../../utils/core/runs/run';
import { originFor } from '../../utils/core/source/aim';
import type { Command } from '../../utils/messages/messages';
import type { Errand } from '../../utils/store/errand';
import type { Surroundings } from '../surroundings';

/** A run that has a problem, and what can be asked where it is shown. */
interface Shown {
  readonly run: Run;
  readonly surroundings: Surroundings;
  readonly ask: (command: Command) => Promise<unknown>;
}

/** Where it goes on: in the run that is shown, or in one of its own. */
type Where = 'here' | 'anew';

/** Goes to what was begun, or tells that there is nothing any more that could be. */
export type Follow = (begun: Promise<unknown>, where?: Where) => void;

/** Does what a problem's button says; a link is followed by the browser. */
export function mend(remedy: Remedy, shown: Shown, follow: Follow): void {
  const { run, surroundings, ask } = shown;
  switch (remedy.kind) {
    case 'open-options':
      surroundings.openOptions();
      break;
    case 'close':
      surroundings.close();
      break;
    case 'use-page': {
      const { tabId } = surroundings;
      const actionId = run.action.id;
      follow(ask({ kind: 'start-on-page', tabId, actionId, runId: run.id }));
      break;
    }
    case 'allow-host':
    case 'allow-site':
      tryAllowed(remedy, shown, follow);
      break;
    case 'unlock':
    case 'begin-database':
      tryAgain(shown, follow, { unsaved: !run.saved });
      break;
    case 'try-again':
    case 'try-again-paid':
      tryAgain(shown, follow);
      break;
    case 'send-unsaved':
      tryAgain(shown, follow, { unsaved: true });
      break;
    case 'send-anyway':
      tryAgain(shown, follow, { unsaved: !run.saved, anyway: true });
      break;
    case 'go-on':
      follow(goOn(shown, remedy), 'here');
      break;
    case 'open-link':
      break;
  }
}

/** What the user lets pass this once: that it cannot be kept, that it is above a limit. */
interface Allowed {
  readonly unsaved?: boolean;
  readonly anyway?: boolean;
}

/** A follow-up is asked again in the same run where that can be, anything else in a new one. */
export function tryAgain(
  shown: Shown,
  follow: Follow,
  { unsaved = false, anyway = false }: Allowed = {},
): void {
  const { run, surroundings, ask } = shown;
  const allowed = { unsaved, anyway };
  const { tabId } = surroundings;
  const origin = run.source ? null : originFor(run.aim);
  // The run stays with the endpoint that has answered in it.
  const isHere = problemOf(run)?.kind !== 'endpoint-gone';
  const question = isHere ? lastQuestion(run) : null;
  if (origin !== null) tryAllowed({ origin }, shown, follow);
  else if (question !== null)
    follow(ask({ kind: 'ask', runId: run.id, tabId, question, ...allowed, fresh: true }), 'here');
  else follow(ask({ kind: 'try-again', runId: run.id, tabId, ...allowed }));
}

function goOn(
  { run, surroundings: { tabId }, ask }: Shown,
  { question }: Remedy & { readonly kind: 'go-on' },
): Promise<unknown> {
  return ask({ kind: 'ask', runId: run.id, tabId, question, unsaved: !run.saved });
}

/** Asks for a site in the click, and for the same again. */
function tryAllowed(
  { origin, address }: Pick<Errand, 'origin' | 'address'>,
  { run, surroundings: { tabId, allowFor }, ask }: Shown,
  follow: Follow,
): void {
  const asked = allowFor({ runId: run.id, tabId, origin, address });
  const where = lastQuestion(run) === null ? 'anew' : 'here';
  void asked.then((allowed) => allowed && follow(ask({ kind: 'try-allowed' }), where));
}
