import { useRef, useState } from 'preact/hooks';
import type { Problem } from '../utils/core/problem';
import { t } from '../utils/i18n';
import './button.css';
import './paste-box.css';
import './text-field.css';

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
  // What was pasted may be megabytes long: the field keeps it, not the state.
  const [filled, setFilled] = useState(false);
  if (!unreadable.has(problem.kind)) return null;
  return (
    <form
      class="paste-box"
      onSubmit={(event) => {
        event.preventDefault();
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
        onInput={({ currentTarget }) => setFilled(/\S/.test(currentTarget.value))}
      />
      <p id="paste-hint">{t('pasteHint')}</p>
      <button type="submit" class="button" disabled={!filled}>
        {t('pasteUse')}
      </button>
    </form>
  );
}
