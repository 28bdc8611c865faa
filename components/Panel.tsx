import { useEffect, useState } from 'preact/hooks';
import { App } from './App';
import type { Begun } from './preview/begun';
import { Skeleton } from './Skeleton';
import type { Surroundings } from './surroundings';

/**
 * The tab in front, how many pages it has loaded since it first was, how often one has moved to another of its parts, and
 * what the user has begun there.
 */
export interface Visit {
  readonly tabId: number;
  readonly page: number;
  readonly moves: number;
  readonly begun: Begun;
}

interface Props {
  readonly around: Omit<Surroundings, keyof Visit>;
  /** Calls back with the tab in front and with each that follows; returns how to stop. */
  readonly follow: (show: (visit: Visit) => void) => () => void;
}

/** The app beside the page: it goes along when the user goes to another tab. */
export function Panel({ around, follow }: Props) {
  const [visit, setVisit] = useState<Visit | null>(null);
  useEffect(() => follow(setVisit), [follow]);
  return visit ? <App key={visit.tabId} surroundings={{ ...around, ...visit }} /> : <Skeleton />;
}
