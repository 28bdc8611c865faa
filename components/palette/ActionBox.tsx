import { useEffect, useRef } from 'preact/hooks';
import { questionLimit } from '../../utils/core/actions/action';
import { t } from '../../utils/i18n';
import { Choices, idOf } from './Choices';
import type { Choice } from './choices';
import type { Box } from './use-box';
import './palette.css';

interface Props {
  readonly box: Box;
  readonly onStart: (choice: Choice) => void;
}

/** One box to choose an action or to ask a question: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
export function ActionBox(props: Props) {
  const { query, tooLong } = props.box;
  return (
    <div class="preview-actions">
      <Field {...props} />
      <Choices {...props} />
      {tooLong && (
        <p class="box-note" role="alert">
          {t('questionTooLong', { limit: questionLimit, length: query.trim().length })}
        </p>
      )}
    </div>
  );
}

function Field({ box, onStart }: Props) {
  const { query, choices, at, chosen, tooLong } = box;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);

  function press(event: KeyboardEvent): void {
    // What is still being composed takes its own keys.
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      if (chosen && !tooLong) onStart(chosen);
    } else if (!box.press(event.key)) return;
    event.preventDefault();
  }

  return (
    <input
      ref={input}
      class="box"
      type="text"
      role="combobox"
      aria-label={t('boxHint')}
      aria-expanded={choices.length > 0}
      aria-controls="choices"
      aria-autocomplete="list"
      aria-activedescendant={chosen ? idOf(at) : undefined}
      aria-invalid={tooLong}
      placeholder={t('boxHint')}
      autocomplete="off"
      spellcheck={false}
      dir="auto"
      value={query}
      onInput={(event) => box.write(event.currentTarget.value)}
      onKeyDown={press}
    />
  );
}
