import { anthropicEndpoint } from '../../../utils/core/endpoint';
import { nanoPerDollar } from '../../../utils/core/money/money';
import type { Settings } from '../../../utils/store/settings';

/** As they are at first; the gallery has no storage to read them from. */
export const settings: Settings = {
  endpoints: [anthropicEndpoint],
  endpoint: anthropicEndpoint.id,
  answerLanguage: null,
  uiLanguage: null,
  theme: 'system',
  textSize: 'normal',
  menuView: 'popup',
  confirmAbove: nanoPerDollar / 10,
  privateWindows: 'memory',
  retentionDays: 30,
  ledgerDays: null,
  ledgerSites: true,
  monthlyLimit: 5 * nanoPerDollar,
  dailyLimit: 2 * nanoPerDollar,
  runLimit: null,
  lockAfter: 12,
  freeRepeats: true,
  hiddenActions: [],
  actionOrder: [],
  controls: {},
  menuActions: [],
  slots: [null, null, null],
  siteRules: [],
  shieldedSites: [],
  shieldWords: [],
};
