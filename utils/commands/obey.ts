import type { Command, Replies } from '../messages/messages';
import { actionCommands } from './action-commands';
import { cheaperCommands } from './cheaper-commands';
import { countCommands } from './count-commands';
import { glassCommands } from './glass-commands';
import { historyCommands } from './history-commands';
import { keyCommands } from './key-commands';
import { ledgerCommands } from './ledger-commands';
import { pageCommands } from './page-commands';
import { runCommands } from './run-commands';
import { settingCommands } from './setting-commands';
import { siteCommands } from './site-commands';
import type { Orders, Staff } from './staff';

const orders: Orders<Command['kind']> = {
  ...runCommands,
  ...pageCommands,
  ...actionCommands,
  ...glassCommands,
  ...countCommands,
  ...cheaperCommands,
  ...historyCommands,
  ...keyCommands,
  ...ledgerCommands,
  ...settingCommands,
  ...siteCommands,
};

/** Carries out a view's command and answers it. */
export function obey<K extends Command['kind']>(
  command: Extract<Command, { readonly kind: K }>,
  staff: Staff,
): Promise<Replies[K]> {
  return orders[command.kind](command, staff);
}
