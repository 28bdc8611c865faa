import { useRef, useState } from 'preact/hooks';
import type { Problem } from '../../utils/core/problem';
import { t } from '../../utils/i18n';
import { useBegunField } from './begun';
import '../button.css';
import './paste-box.css';
import '../text-field.css';

const unreadable: ReadonlySet<Problem['kind']> = new Set([
  'page-forbids',
  'page-silent',
  'nothing-selected',
  'only-a-frame',
  'needs-gesture',
  'pdf-broken',
  'pdf-locked',
  'pdf-unreachable',
]);

interface Props {
  readonly problem: Problem;
  readonly onPaste: (text: string) => void;
}

/** Where a page gives no text, the user can: what is pasted here is shown and priced before anything is sent. */
export function PasteBox({ problem, onPaste }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [before, tell] = useBegunField('pasting');
  // What was pasted may be megabytes long: the field keeps it, not the state.
  const [filled, setFilled] = useState(isFilled(before));
  if (!unreadable.has(problem.kind)) return null;
  return (
    <form
      class="paste-box"
      onSubmit={(event) => {
        event.preventDefault();
        tell('');
        onPaste(field.current?.value ?? '');
      }}
    >
      <label for="paste">{t('pasteTitle')}</label>
      <textarea
        ref={field}
        id="paste"
        class="text-area"
        rows={4}
        dir="auto"
        spellcheck={false}
        aria-describedby="paste-hint"
        defaultValue={before}
        onInput={({ currentTarget: { value } }) => {
          tell(value);
          setFilled(isFilled(value));
        }}
      />
      <p id="paste-hint">{t('pasteHint')}</p>
      <button type="submit" class="button" disabled={!filled}>
        {t('pasteUse')}
      </button>
    </form>
  );
}

function isFilled(text: string): boolean {
  return /\S/.test(text);
}
