import { questionLimit } from '../../utils/core/actions/action';
import { moneyRange } from '../../utils/core/format';
import { locale, t } from '../../utils/i18n';
import { Icon } from '../Icon';
import { type Asking, useQuestion } from './use-question';
import './ask-box.css';
import '../button.css';

/** Where more is asked about the same text. Enter sends, Shift+Enter begins a line. */
export function AskBox(props: Asking) {
  const { field, fits, tooLong, cost, waits, gone, type, submit, hold } = useQuestion(props);
  return (
    <form class="ask-more" onSubmit={submit}>
      <div class="ask-box">
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          aria-label={t('askMore')}
          aria-invalid={tooLong !== null}
          placeholder={t('askMore')}
          defaultValue={props.draft}
          onInput={type}
          onKeyDown={(event) => {
            // Enter also ends a word in the making, in languages that are typed so.
            if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
          }}
        />
        {cost && (
          <span class="ask-cost tabular">
            <span class="visually-hidden">{t('rowCost')} </span>
            {moneyRange(locale(), cost)}
          </span>
        )}
        <button
          type="submit"
          class="button quiet"
          aria-label={t('ask')}
          title={t('ask')}
          disabled={!fits || waits}
        >
          <Icon name="send" />
        </button>
      </div>
      <AskNote waits={waits} gone={gone} tooLong={tooLong} onCancel={hold} />
    </form>
  );
}

interface NoteProps extends Pick<ReturnType<typeof useQuestion>, 'waits' | 'gone' | 'tooLong'> {
  readonly onCancel: () => void;
}

/** When the question will be asked, or why it cannot be. */
function AskNote({ waits, gone, tooLong, onCancel }: NoteProps) {
  return (
    <div class="ask-note" role="status">
      {waits && (
        <>
          {t('askWaits')}{' '}
          <button type="button" class="link" onClick={onCancel}>
            {t('cancel')}
          </button>
        </>
      )}
      {gone && <span class="fault">{t('askGone')}</span>}
      {tooLong !== null && (
        <span class="fault">{t('questionTooLong', { limit: questionLimit, length: tooLong })}</span>
      )}
    </div>
  );
}
