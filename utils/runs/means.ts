import type { Access } from '../access';
import type { FileData } from '../capture/pdf';
import type { EndpointConfig } from '../core/endpoint';
import type { CountedAnswer } from '../core/runs/follow-ups';
import type { Media } from '../core/source/source';
import type { Endpoint } from '../endpoints/endpoint';
import type { Answers } from '../store/answers';
import type { Bill } from '../store/calibration';
import type { Ledger } from '../store/ledger';
import type { Budget } from './budget';
import type { Choices } from './choices';
import type { Plan } from './plan';
import type { Time } from './turn';
import type { Patience } from './watchdog';

/** What it takes to carry out a run; clock, network and storage come in here. */
export interface Means {
  readonly open: (config: EndpointConfig) => Endpoint;
  readonly ledger: Ledger;
  readonly budget: Budget;
  readonly time: Time;
  readonly patience: Patience;
  readonly isOnline: () => boolean;
  /** `endpointId`: where to ask instead of the usual endpoint. */
  readonly choices: (endpointId: string | null) => Promise<Choices>;
  readonly findAccess: (endpoint: EndpointConfig) => Promise<Access>;
  readonly newId: () => string;
  /** SHA-256, hexadecimal. */
  readonly digest: (text: string) => Promise<string>;
  /** Learns from what a prompt was billed at. */
  readonly learnFrom: (bill: Bill) => Promise<void>;
  /** Learns how often the user asks more. */
  readonly countAnswer: (answered: CountedAnswer) => Promise<void>;
  /** What was answered before, to be told again for nothing. */
  readonly answers: Answers;
  readonly dataOf: (media: Media) => Promise<FileData>;
  /** What the service has counted, and what it would count. */
  readonly counts: Counts;
}

/** What services have counted. */
export interface Counts {
  /** The same plan with its prompt as it was counted before; null: it was not. Nothing is sent. */
  known(plan: Plan): Promise<Plan | null>;
  /**
   * The same as the service counts it; null: nobody counts there. The text leaves for it, unless it was counted before.
   * Throws a `Failure`.
   */
  count(plan: Plan, key: string | null, stop: AbortSignal): Promise<Plan | null>;
}
