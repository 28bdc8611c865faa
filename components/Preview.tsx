import { useEffect, useRef, useState } from 'preact/hooks';
import type { BuiltInId } from '../utils/core/action';
import { offeredFor } from '../utils/core/offered';
import type { Problem, Remedy } from '../utils/core/problem';
import type { Source } from '../utils/core/source';
import { t } from '../utils/i18n';
import type { Preview as PreviewData } from '../utils/messages';
import { EstimateLine } from './EstimateLine';
import { KeyHint } from './KeyHint';
import { LanguagePicker } from './LanguagePicker';
import { NavBar } from './NavBar';
import { PartNote } from './PartNote';
import { PasteBox } from './PasteBox';
import { type PictureInView, PictureOffer } from './PictureOffer';
import { ProblemNotice } from './ProblemNotice';
import { ShownText } from './ShownText';
import { SourceHead } from './SourceHead';
import { TakeInstead } from './TakeInstead';
import type { Amend } from './use-amended';
import { useKeptFocus } from './use-kept-focus';
import type { NameModel } from './use-stored';
import './button.css';
import './preview.css';
import './view.css';

interface Props {
  readonly preview: PreviewData;
  readonly amend: Amend;
  /** Whether everything visible was wanted, not the main content alone. */
  readonly everything: boolean;
  readonly onTake: (everything: boolean) => void;
  readonly picture: PictureInView;
  readonly answerLanguage: string | null;
  readonly nameModel: NameModel;
  readonly onStart: (actionId: BuiltInId, source: Source) => void;
  readonly onRemedy: (remedy: Remedy) => void;
  readonly onLanguage: (tag: string | null) => void;
  readonly hiddenActions: readonly string[];
  /** The user pasted a text, or with null wants to be back at the page. */
  readonly onPaste: (text: string | null) => void;
  readonly onKeepOpen: (() => void) | null;
  readonly onHistory: () => void;
  readonly onOptions: () => void;
}

/** What would be sent, what it would take, and what can be done with it. Nothing leaves before a click. */
export function Preview(props: Props) {
  const { preview } = props;
  return (
    <div class="view preview">
      {preview.kind === 'source' ? (
        <Ready {...props} preview={preview} />
      ) : (
        <Unready
          problem={preview.problem}
          picture={props.picture}
          onRemedy={props.onRemedy}
          onPaste={props.onPaste}
        />
      )}
      <NavBar onKeepOpen={props.onKeepOpen} onHistory={props.onHistory} onOptions={props.onOptions}>
        <LanguagePicker chosen={props.answerLanguage} onChoose={props.onLanguage} />
      </NavBar>
    </div>
  );
}

interface UnreadyProps {
  readonly problem: Problem;
  readonly picture: PictureInView;
  readonly onRemedy: (remedy: Remedy) => void;
  readonly onPaste: (text: string) => void;
}

function Unready({ problem, picture, onRemedy, onPaste }: UnreadyProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useKeptFocus(heading, problem.kind);
  return (
    <div class="scroll preview-problem">
      <h1 ref={heading} class="visually-hidden" tabIndex={-1}>
        {t('extName')}
      </h1>
      <ProblemNotice problem={problem} kept={null} onRemedy={onRemedy} />
      <PictureOffer {...picture} />
      <PasteBox problem={problem} onPaste={onPaste} />
    </div>
  );
}

type ReadyProps = Props & { readonly preview: Extract<PreviewData, { kind: 'source' }> };

function Ready(props: ReadyProps) {
  const { preview, amend, hiddenActions, nameModel, onStart, onPaste, onOptions } = props;
  const { source, estimates, hasKey } = preview;
  const offered = offeredFor(source).filter((id) => !hiddenActions.includes(id));
  const [wanted, setChosen] = useState<BuiltInId>('summarize');
  const chosen = offered.includes(wanted) ? wanted : (offered[0] ?? wanted);
  const [editing, setEditing] = useState(false);
  return (
    <>
      <div class="preview-source">
        <SourceHead preview={preview} estimate={estimates[chosen]} edited={amend.undo !== null} />
        <PartNote source={source} />
        <ShownText preview={preview} amend={amend} editing={editing} onEdit={setEditing}>
          <TakeInstead source={source} everything={props.everything} onTake={props.onTake} />
          <PictureOffer {...props.picture} />
        </ShownText>
        {source.kind === 'pasted' && (
          <button type="button" class="link" onClick={() => onPaste(null)}>
            {t('back')}
          </button>
        )}
        {!hasKey && <KeyHint onOptions={onOptions} />}
      </div>
      <div class="preview-actions">
        <Actions
          disabled={editing}
          offered={offered}
          onChoose={setChosen}
          onStart={(actionId) => onStart(actionId, source)}
        />
        <EstimateLine estimate={estimates[chosen]} nameModel={nameModel} />
      </div>
    </>
  );
}

interface ActionsProps {
  /** While the text is being edited: it is not what would be sent. */
  readonly disabled: boolean;
  readonly offered: readonly BuiltInId[];
  readonly onChoose: (actionId: BuiltInId) => void;
  readonly onStart: (actionId: BuiltInId) => void;
}

function Actions({ disabled, offered, onChoose, onStart }: ActionsProps) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div class="actions">
      {offered.map((actionId, index) => (
        <button
          key={actionId}
          ref={index === 0 ? first : null}
          type="button"
          disabled={disabled}
          class={`button ${index === 0 ? 'primary' : ''}`}
          onFocus={() => onChoose(actionId)}
          onPointerEnter={() => onChoose(actionId)}
          onClick={() => onStart(actionId)}
        >
          {t(`action_${actionId}`)}
        </button>
      ))}
    </div>
  );
}
