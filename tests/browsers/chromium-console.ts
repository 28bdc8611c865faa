import type { Cdp } from './cdp';

interface Thrown {
  readonly exceptionDetails: {
    readonly text: string;
    readonly exception?: { readonly description?: string };
  };
}
interface Called {
  readonly type: string;
  readonly args: readonly { readonly value?: unknown; readonly description?: string }[];
}
interface Added {
  readonly entry: { readonly level: string; readonly text: string };
}

/** Errors in a page's console, by whomever they are. All that is there already is told to whoever begins to listen. */
export async function chromiumConsole(cdp: Cdp, sessionId: string): Promise<readonly string[]> {
  const told: string[] = [];
  const stop = cdp.listen(sessionId, (method, params) => told.push(...lineOf(method, params)));
  for (const domain of ['Runtime', 'Log']) {
    await cdp.send(`${domain}.enable`, {}, sessionId);
    await cdp.send(`${domain}.disable`, {}, sessionId);
  }
  stop();
  return told;
}

function lineOf(method: string, params: unknown): readonly string[] {
  if (method === 'Runtime.exceptionThrown') {
    const { text, exception } = (params as Thrown).exceptionDetails;
    return [exception?.description ?? text];
  }
  if (method === 'Runtime.consoleAPICalled') {
    const { type, args } = params as Called;
    const isError = type === 'error' || type === 'assert';
    return isError ? [args.map((each) => String(each.value ?? each.description)).join(' ')] : [];
  }
  if (method !== 'Log.entryAdded') return [];
  const { level, text } = (params as Added).entry;
  return level === 'error' ? [text] : [];
}
