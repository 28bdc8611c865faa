import { learnFrom } from '../store/calibration';
import { countAnswer } from '../store/follow-ups';

/** What every turn teaches: how far estimates are off, and how often the user asks more. */
export const learning = { learnFrom, countAnswer };
