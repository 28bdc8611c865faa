import type { Instruction } from '../actions/action';
import { type Length, lengths } from '../actions/controls';
import type { Part } from '../source/fit';
import { type Account, limitKinds } from './budget';
import type { NanoDollars } from './money';

/** What a way may cost at most, and how much less that is than what the limit has stopped: a share of that, rounded down. */
export interface Less {
  readonly atMost: NanoDollars;
  readonly less: number;
}

/** Ways that cost less than what a limit has stopped, and fit under all limits; null where there is none of a kind. */
export interface CheaperWays {
  /** The cheapest model that can be asked. */
  readonly model:
    | (Less & { readonly endpointId: string; readonly model: string; readonly name: string })
    | null;
  /** The longest of all shorter answers. */
  readonly shorter: (Less & { readonly length: Length }) | null;
  /** Only what is selected in the page. */
  readonly selection: Less | null;
  /** The first part of the text. */
  readonly part: (Less & Part) | null;
}

export const noCheaperWays: CheaperWays = {
  model: null,
  shorter: null,
  selection: null,
  part: null,
};

/** Lengths that are shorter than the one an answer to be read would have, the longest first. */
export function shorterLengths({ action, controls, given }: Instruction): readonly Length[] {
  if (!action.controls.includes('length') || action.output !== 'read') return [];
  const now = controls.length ?? (given ? 'detailed' : 'medium');
  return lengths.slice(0, lengths.indexOf(now)).toReversed();
}

/** What of all limits is left, in nano-dollars, if nothing else were on its way; null: there is no limit. */
export function leftOf({ limits, spent }: Pick<Account, 'limits' | 'spent'>): NanoDollars | null {
  const left = limitKinds.flatMap((kind) => {
    const most = limits[kind];
    return most === null ? [] : [Math.max(0, most - spent[kind])];
  });
  return left.length === 0 ? null : Math.min(...left);
}

/** How much less `atMost` is than `than`; null where it is not less, or not known. Nano-dollars. */
export function lessThan(than: NanoDollars, atMost: NanoDollars | null): Less | null {
  if (atMost === null || atMost >= than) return null;
  return { atMost, less: Math.floor((1 - atMost / than) * 100) / 100 };
}
