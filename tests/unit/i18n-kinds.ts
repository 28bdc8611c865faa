import type { Kept } from '../../utils/core/runs/kept';
import type { Remedy } from '../../utils/core/runs/remedy';

const everyKept: Readonly<Record<Kept, true>> = {
  'nothing-sent': true,
  'not-charged': true,
  'maybe-charged': true,
  charged: true,
  'answer-kept': true,
  'answer-unsaved': true,
};

const everyRemedy: Readonly<Record<Remedy['kind'], true>> = {
  'open-options': true,
  'try-again': true,
  unlock: true,
  'begin-database': true,
  'try-again-paid': true,
  'go-on': true,
  'send-unsaved': true,
  'send-anyway': true,
  'allow-host': true,
  'allow-site': true,
  'use-page': true,
  'open-link': true,
  close: true,
};

/** All kinds; a new one does not compile until it is here. */
export const keepsakes = Object.keys(everyKept) as readonly Kept[];
export const remedies = Object.keys(everyRemedy) as readonly Remedy['kind'][];
