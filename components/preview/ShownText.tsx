import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { ReadyPreview } from '../../utils/messages/preview-messages';
import { EditText } from './EditText';
import { ShieldSwitch } from './ShieldSwitch';
import { ShownPages } from './ShownPages';
import { ShownPicture } from './ShownPicture';
import { SourceText } from './SourceText';
import type { Amend } from './use-amended';
import type { Editing } from './use-editing';

interface Props {
  readonly preview: ReadyPreview;
  readonly amend: Amend;
  readonly editing: Editing;
  /** What else can be done. */
  readonly children: ComponentChildren;
}

/** Exactly the text that would be sent, with what the user can do about it first. */
export function ShownText({ preview, amend, editing, children }: Props) {
  const { source, shielded, unshielded = false } = preview;
  const save = (text: string) => {
    amend.edit(text);
    editing.end();
  };
  if (source.media?.kind === 'pdf') {
    return <ShownPages media={source.media} unshielded={unshielded} onChoose={amend.pages} />;
  }
  if (source.media?.kind === 'image') {
    return <ShownPicture media={source.media} {...{ unshielded, children }} />;
  }
  if (editing.on) {
    const { before, type, end } = editing;
    return <EditText text={before} onType={type} onSave={save} onCancel={end} />;
  }
  return (
    <>
      <SourceText text={shielded?.text ?? source.text} />
      {!source.media && (
        <div class="edit-links">
          <button type="button" class="link" onClick={editing.begin}>
            {t('editText')}
          </button>
          {amend.undo && (
            <button type="button" class="link" onClick={amend.undo}>
              {t(source.part ? 'partUndo' : 'editUndo')}
            </button>
          )}
          {children}
        </div>
      )}
      <AroundText around={shielded ? shielded.around : source.around} />
      <ShieldSwitch preview={preview} onSwitch={amend.shield} />
    </>
  );
}

/** The page that an action reads beside the selection. */
function AroundText({ around }: { readonly around: string | undefined }) {
  const [open, setOpen] = useState(false);
  if (around === undefined) return null;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('aroundText')}</summary>
      {open && <SourceText text={around} label={t('aroundText')} />}
    </details>
  );
}
