import type { Counted } from '../../../utils/messages/money-messages';
import { estimate } from './runs';

const prompt = { low: 1284, high: 1323 };

/** What comes of a count, by the tab that it is asked in: in any other nothing ever does. */
export const counts: Readonly<Record<number, Counted>> = {
  1: {
    kind: 'counted',
    estimate: estimate({ prompt, counted: 1284, cost: { low: 128_400, high: 970_530 } }),
  },
  2: { kind: 'problem', problem: { kind: 'rate-limited' } },
  4: { kind: 'problem', problem: { kind: 'locked' } },
};
