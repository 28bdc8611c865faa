import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { all, type Query } from '../../utils/core/runs/history';
import type { Start } from '../palette/start';
import type { Amendment } from './amendment';

/** Where the user is: at this tab, or in the history, where a run may be open. */
export type Place =
  | { readonly kind: 'here' }
  | { readonly kind: 'history'; readonly opened: string | null };

/** Of one page of the tab, by its number: of another nobody has said so. */
interface OfPage {
  readonly page: number;
}

/** What the user has begun in a tab. It lives as long as the tab and the document, and is never stored. */
export interface Begun {
  place: Place;
  /** What is looked for in the history. */
  query: Query;
  /** What is typed in the box. */
  question: string;
  /** What is wanted instead of the page's main content. */
  everything: OfPage | null;
  picture: OfPage | null;
  /** What will be sent instead of what was found. */
  amendment: Amendment | null;
  /** The text of an address that is being edited, as far as that has come. */
  edited: { readonly address: string; readonly text: string } | null;
  /** What is in the box to paste into, and what was taken from there. */
  pasting: string;
  pasted: (OfPage & { readonly text: string }) | null;
  /** What asks something before it begins, and what was answered so far. */
  asking: Start | null;
  answers: readonly string[];
}

const nothing: Readonly<Begun> = {
  place: { kind: 'here' },
  query: all,
  question: '',
  everything: null,
  picture: null,
  amendment: null,
  edited: null,
  pasting: '',
  pasted: null,
  asking: null,
  answers: [],
};

export function nothingBegun(): Begun {
  return { ...nothing };
}

/** What was begun in the tab that is shown; without it, nobody comes back to a view. */
export const BegunHere = createContext<Begun | null>(null);

/** A state that is there again when the user comes back to the tab. */
export function useBegun<K extends keyof Begun>(key: K) {
  const begun = useContext(BegunHere);
  const [value, show] = useState<Begun[K]>(() => (begun ?? nothing)[key]);
  const set = (next: Begun[K]) => {
    if (begun) begun[key] = next;
    show(() => next);
  };
  return [value, set] as const;
}

/**
 * The same where the element keeps what is typed itself, which may be megabytes long: its value at first, and what is told
 * of it.
 */
export function useBegunField<K extends keyof Begun>(key: K) {
  const begun = useContext(BegunHere);
  const [first] = useState<Begun[K]>(() => (begun ?? nothing)[key]);
  const tell = (next: Begun[K]) => {
    if (begun) begun[key] = next;
  };
  return [first, tell] as const;
}

/** Takes these for not begun; what is shown of them stays. */
export function useForgetting(): (...keys: readonly (keyof Begun)[]) => void {
  const begun = useContext(BegunHere);
  return (...keys) => {
    for (const key of keys) if (begun) forget(begun, key);
  };
}

function forget<K extends keyof Begun>(begun: Begun, key: K): void {
  begun[key] = nothing[key];
}
