import { useEffect, useRef, useState } from 'preact/hooks';
import { normalise } from '../../utils/core/source/normalise';
import { captureLimit } from '../../utils/core/source/source';
import { t } from '../../utils/i18n';
import '../button.css';
import './edit-text.css';

interface Props {
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}

/** The text that would be sent, to be changed first. What is saved is cleaned as any text is. */
export function EditText({ text, onType, onSave, onCancel }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [empty, setEmpty] = useState(text.trim() === '');
  useEffect(() => box.current?.focus(), []);
  const typed = () => normalise((box.current?.value ?? '').slice(0, captureLimit)).text;
  return (
    <div class="edit-text">
      <textarea
        ref={box}
        dir="auto"
        aria-label={t('sourceText')}
        defaultValue={text}
        onInput={({ currentTarget: { value } }) => {
          onType(value);
          setEmpty(value.trim() === '');
        }}
      />
      <div class="edit-text-ends">
        <button type="button" class="button" disabled={empty} onClick={() => onSave(typed())}>
          {t('editSave')}
        </button>
        <button type="button" class="button quiet" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </div>
  );
}
