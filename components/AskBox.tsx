import { moneyRange } from '../utils/core/format';
import { locale, t } from '../utils/i18n';
import { Icon } from './Icon';
import { type Asking, useQuestion } from './use-question';
import './ask-box.css';
import './button.css';

/** Where more is asked about the same text. Enter sends, Shift+Enter begins a line. */
export function AskBox(props: Asking) {
  const { field, filled, cost, waits, type, submit, hold } = useQuestion(props);
  return (
    <form class="ask-more" onSubmit={submit}>
      <div class="ask-box">
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          aria-label={t('askMore')}
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
          disabled={!filled || waits}
        >
          <Icon name="send" />
        </button>
      </div>
      <div class="ask-waits" role="status">
        {waits && <Waits onCancel={hold} />}
      </div>
    </form>
  );
}

/** Says when the question will be asked. */
function Waits({ onCancel }: { readonly onCancel: () => void }) {
  return (
    <>
      {t('askWaits')}{' '}
      <button type="button" class="link" onClick={onCancel}>
        {t('cancel')}
      </button>
    </>
  );
}
