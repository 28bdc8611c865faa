import { useRef, useState } from 'preact/hooks';
import { t } from '../utils/i18n';
import { send } from '../utils/messages/send';
import { useKeptFocus } from './use-kept-focus';
import './begin-database.css';

/** How far it is. */
type Step = 'offered' | 'asking' | 'running' | 'failed';

/** Begins a new database in the place of one that is damaged, after a second word. */
export function BeginDatabase({ onBegun }: { readonly onBegun: () => void }) {
  const [step, setStep] = useState<Step>('offered');
  const home = useRef<HTMLDivElement>(null);
  useKeptFocus(home, step);
  async function begin(): Promise<void> {
    setStep('running');
    const closed = await send({ kind: 'begin-database' }).catch(() => 'damaged');
    if (closed === null) onBegun();
    else setStep('failed');
  }
  return (
    <div ref={home} class="begin-database" tabIndex={-1}>
      {step === 'offered' ? (
        <button type="button" class="button" onClick={() => setStep('asking')}>
          {t('remedy_begin_database')}
        </button>
      ) : (
        <>
          <p role="status">{t(step === 'failed' ? 'beginDatabaseFailed' : 'beginDatabaseAsk')}</p>
          <button
            type="button"
            class="button danger"
            disabled={step === 'running'}
            onClick={() => void begin()}
          >
            {t('beginDatabaseNow')}
          </button>
          <button type="button" class="button quiet" onClick={() => setStep('offered')}>
            {t('cancel')}
          </button>
        </>
      )}
    </div>
  );
}
