import type { ComponentChildren } from 'preact';
import { type MessageKey, t } from '../utils/i18n';
import { send } from '../utils/messages';
import type { Closed } from '../utils/store/opening';
import { BeginDatabase } from './BeginDatabase';
import { rereadAll, useReread } from './use-reread';
import './button.css';
import './database-closed.css';

const whyClosed = () => send({ kind: 'why-closed' });

/** What is said, and what of it. */
const words: { readonly [Why in Closed]: readonly [title: MessageKey, text: MessageKey] } = {
  damaged: ['problem_database_damaged', 'advice_database_damaged'],
  newer: ['problem_database_newer', 'advice_database_newer'],
  blocked: ['problem_storage_failing', 'databaseBlocked'],
  off: ['problem_storage_failing', 'databaseOff'],
};

/** Says why nothing can be read or kept, where one would look for it; `children` stand there else. */
export function DatabaseClosed({ children = null }: { readonly children?: ComponentChildren }) {
  const closed = useReread<Closed | null>(whyClosed, null);
  const [title, text] = (closed && words[closed]) ?? [];
  if (!title || !text) return <>{children}</>;
  return (
    <div class="database-closed" role="status">
      <p>
        <strong>{t(title)}</strong>
      </p>
      <p class="muted">{t(text)}</p>
      {closed === 'damaged' && <BeginDatabase onBegun={rereadAll} />}
    </div>
  );
}
