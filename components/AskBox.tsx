import { useRef, useState } from 'preact/hooks';
import { t } from '../utils/i18n';
import { Icon } from './Icon';
import './ask-box.css';
import './button.css';

interface Props {
  /** False while an answer is coming: what is typed then is not lost. */
  readonly ready: boolean;
  /** What is in it at first. */
  readonly draft: string;
  readonly onAsk: (question: string) => void;
}

/** Where more is asked about the same text. Enter sends, Shift+Enter begins a line. */
export function AskBox(props: Props) {
  const { field, asks, look, submit } = useQuestion(props);
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

function useQuestion({ ready, draft, onAsk }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  // A question may have been pasted and be very long: the field keeps it, not the state.
  const [filled, setFilled] = useState(draft !== '');
  const look = () => setFilled(/\S/.test(field.current?.value ?? ''));

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

  return { field, asks: ready && filled, look, submit };
}
