import type { ComponentChildren } from 'preact';
import { type MessageKey, t } from '../utils/i18n';
import { send } from '../utils/messages/send';
import type { Trouble } from '../utils/messages/storage-messages';
import { BeginDatabase } from './BeginDatabase';
import { rereadAll, useReread } from './use-reread';
import './button.css';
import './storage-trouble.css';

const ask = () => send({ kind: 'storage-trouble' }).catch(() => null);

/** What is said, and what of it. */
const words: { readonly [Why in Trouble]: readonly [title: MessageKey, text: MessageKey] } = {
  damaged: ['problem_database_damaged', 'advice_database_damaged'],
  newer: ['problem_database_newer', 'advice_database_newer'],
  blocked: ['problem_storage_failing', 'databaseBlocked'],
  off: ['problem_storage_failing', 'databaseOff'],
  settings: ['settingsUnread', 'settingsUnreadHint'],
};

/** Says why nothing can be read or kept, where one would look for it; `children` stand there else. */
export function StorageTrouble({ children = null }: { readonly children?: ComponentChildren }) {
  const trouble = useReread<Trouble | null | undefined>(ask, undefined);
  // Nobody who is not new shall be greeted as new, be it for a moment.
  if (trouble === undefined) return null;
  const [title, text] = (trouble && words[trouble]) ?? [];
  if (!title || !text) return <>{children}</>;
  return (
    <div class="storage-trouble" role="status">
      <p>
        <strong>{t(title)}</strong>
      </p>
      <p class="muted">{t(text)}</p>
      {trouble === 'damaged' && <BeginDatabase onBegun={rereadAll} />}
    </div>
  );
}
