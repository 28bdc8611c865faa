import type { Doubt } from './doubt';
import type { Range } from './money';
import type { Pricing } from './prices';
import type { Usage } from './usage';

/** All that is known of a turn when it ends. */
export interface Spent {
  readonly service: string;
  readonly pricing: Pricing;
  readonly model: string;
  /** As it was asked for; null, or absent: nobody knows any more. */
  readonly asked?: { readonly model: string } | null | undefined;
  readonly prompt: Range;
  /** Of `prompt`, what the request asked to cache. */
  readonly cached: Range | null;
  readonly maxOutput: number;
  readonly usage: Usage | null;
  readonly final: boolean;
  /** What its reports have shown; there may be more to doubt. */
  readonly doubt?: Doubt | undefined;
  /** Whether the service has said that the answer is all there is. */
  readonly whole: boolean;
  readonly text: string;
  readonly requestId: string | null;
  readonly sentAt: number;
  readonly firstWordMs: number | null;
  readonly wholeMs: number | null;
}
