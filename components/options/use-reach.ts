import { useEffect, useState } from 'preact/hooks';
import { type EndpointConfig, isAnthropic, originOf } from '../../utils/core/endpoint';
import { onReturn } from '../use-reread';

/** What the browser says of hosts. */
export interface Hosts {
  /** Asks the user to let us reach an origin; must be called in a click. */
  readonly allowHost: (origin: string) => Promise<boolean>;
  readonly mayReach: (origin: string) => Promise<boolean>;
}

export interface Reach {
  readonly isAllowed: (endpoint: EndpointConfig) => boolean;
  readonly allow: (origin: string) => void;
}

/** Which endpoints the browser lets us reach. */
export function useReach(endpoints: readonly EndpointConfig[] | null, hosts: Hosts): Reach {
  const [allowed, setAllowed] = useState<Readonly<Record<string, boolean>>>({});
  const origins = (endpoints ?? []).filter((each) => !isAnthropic(each)).map(originOf);
  const all = origins.join(' ');

  const read = async (asked: readonly string[]) => {
    const answers = asked.map(async (origin) => {
      // What cannot be asked for, an IPv6 address for one, is not allowed.
      const answer = await hosts.mayReach(origin).catch(() => false);
      return [origin, answer] as const;
    });
    const known = Object.fromEntries(await Promise.all(answers));
    setAllowed((before) => ({ ...before, ...known }));
  };
  useEffect(() => {
    void read(origins);
    // What is allowed is set in the browser as well.
    return onReturn(() => void read(origins));
  }, [all]);

  return {
    isAllowed: (endpoint) => isAnthropic(endpoint) || (allowed[originOf(endpoint)] ?? true),
    allow: (origin) => void ask(origin, hosts.allowHost).then(() => read([origin])),
  };
}

/** Asks at once, while the click counts; a browser that cannot ask refuses. */
async function ask(origin: string, allowHost: Hosts['allowHost']): Promise<boolean> {
  try {
    return await allowHost(origin);
  } catch {
    return false;
  }
}
