import type { ComponentChildren } from 'preact';
import { t } from '../utils/i18n';
import { send } from '../utils/messages';
import type { Closed } from '../utils/store/opening';
import { BeginDatabase } from './BeginDatabase';
import { rereadAll, useReread } from './use-reread';
import './button.css';
import './database-closed.css';

const whyClosed = () => send({ kind: 'why-closed' });

/** Says why nothing can be read or kept, where one would look for it; `children` stand there else. */
export function DatabaseClosed({ children = null }: { readonly children?: ComponentChildren }) {
  const closed = useReread<Closed | null>(whyClosed, null);
  if (!closed) return <>{children}</>;
  const { title, text } = wordsOf(closed);
  return (
    <div class="database-closed" role="status">
      <p>
        <strong>{title}</strong>
      </p>
      <p class="muted">{text}</p>
      {closed === 'damaged' && <BeginDatabase onBegun={rereadAll} />}
    </div>
  );
}

function wordsOf(closed: Closed): { readonly title: string; readonly text: string } {
  switch (closed) {
    case 'damaged':
      return { title: t('problem_database_damaged'), text: t('advice_database_damaged') };
    case 'newer':
      return { title: t('problem_database_newer'), text: t('advice_database_newer') };
    case 'blocked':
      return { title: t('problem_storage_failing'), text: t('databaseBlocked') };
    case 'off':
      return { title: t('problem_storage_failing'), text: t('databaseOff') };
  }
}
