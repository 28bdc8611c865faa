import { useState } from 'preact/hooks';
import type { OwnAction } from '../../../utils/core/actions/own-action';
import { ownFileLimit, writeOwnFile } from '../../../utils/core/actions/own-file';
import { t } from '../../../utils/i18n';
import { saveFile } from '../../save-file';
import { FileButton } from '../FileButton';
import { FormField } from '../FormField';
import { useFocusById } from '../use-focus-by-id';
import { OutcomeLine } from './OutcomeLine';
import type { Outcome } from './use-own-actions';

interface Props {
  readonly own: readonly OwnAction[];
  readonly outcome: Outcome;
  /** Null: it is too large to be read. */
  readonly onImport: (text: Promise<string> | null) => void;
  readonly onUndo: () => void;
}

/** Actions as a file, as a text that was passed on, and back. */
export function ActionsFile({ own, outcome, onImport, onUndo }: Props) {
  const [pasting, setPasting] = useState(false);
  const undo = useUndo(outcome, onUndo);
  return (
    <>
      <div class="buttons">
        <FileButton
          id="own-actions"
          label={t('ownImport')}
          limit={ownFileLimit}
          onText={onImport}
        />
        <button
          type="button"
          class="button"
          aria-expanded={pasting}
          onClick={() => setPasting(!pasting)}
        >
          {t('ownPaste')}
        </button>
        {own.length > 0 && (
          <button type="button" class="button" onClick={() => save(own)}>
            {t('ownExport')}
          </button>
        )}
      </div>
      {pasting && (
        <Paste
          onPaste={(text) => {
            setPasting(false);
            onImport(Promise.resolve(text));
          }}
        />
      )}
      <OutcomeLine outcome={outcome} onUndo={undo} />
    </>
  );
}

/** The button goes when it was pressed: the focus goes to what comes back, or to where an import begins. */
function useUndo(outcome: Outcome, onUndo: () => void) {
  const focus = useFocusById();
  return () => {
    onUndo();
    focus(outcome.kind === 'deleted' ? `action-${outcome.action.id}` : 'own-actions');
  };
}

function save(own: readonly OwnAction[]): void {
  saveFile('gloss-actions.json', 'application/json', [writeOwnFile(own)]);
}

function Paste({ onPaste }: { readonly onPaste: (text: string) => void }) {
  const [text, setText] = useState('');
  return (
    <form
      class="paste-action"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) onPaste(text);
      }}
    >
      <FormField label={t('ownPasteLabel')}>
        <textarea
          class="text-area"
          name="pasted-action"
          rows={4}
          dir="ltr"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </FormField>
      <button type="submit" class="button">
        {t('ownPasteAdd')}
      </button>
    </form>
  );
}
