import { useRef, useState } from 'preact/hooks';
import { moneyRange } from '../utils/core/format';
import type { Range } from '../utils/core/money';
import { locale, t } from '../utils/i18n';
import { Icon } from './Icon';
import './ask-box.css';
import './button.css';

interface Props {
  /** False while an answer is coming: what is typed then is not lost. */
  readonly ready: boolean;
  /** What is in it at first. */
  readonly draft: string;
  /** What asking this would cost, in nano-dollars; null where nobody knows. */
  readonly costOf: (question: string) => Range | null;
  readonly onAsk: (question: string) => void;
}

/** Where more is asked about the same text. Enter sends, Shift+Enter begins a line. */
export function AskBox(props: Props) {
  const { field, asks, cost, look, submit } = useQuestion(props);
  return (
    <form class="ask-box" onSubmit={submit}>
      <textarea
        ref={field}
        rows={1}
        dir="auto"
        aria-label={t('askMore')}
        placeholder={t('askMore')}
        defaultValue={props.draft}
        onInput={look}
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
        disabled={!asks}
      >
        <Icon name="send" />
      </button>
    </form>
  );
}

function useQuestion({ ready, draft, costOf, onAsk }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  // A question may have been pasted and be very long: the field keeps it, not the state.
  const [filled, setFilled] = useState(draft !== '');
  const [cost, setCost] = useState(draft === '' ? null : costOf(draft));

  function look(): void {
    const typed = field.current?.value ?? '';
    const some = /\S/.test(typed);
    setFilled(some);
    setCost(some ? costOf(typed) : null);
  }

  function submit(event: Event): void {
    event.preventDefault();
    const { current } = field;
    const question = current?.value.trim() ?? '';
    if (!current || !ready || question === '') return;
    // Emptied at once: a second Enter asks nothing.
    current.value = '';
    look();
    onAsk(question);
  }

  return { field, asks: ready && filled, cost: ready ? cost : null, look, submit };
}
