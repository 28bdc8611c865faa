import type { Action } from '../../utils/core/actions/action';
import type { Controls, Length } from '../../utils/core/actions/controls';
import { type Estimate, withMore } from '../../utils/core/estimate/estimate';
import type { Remedy } from '../../utils/core/runs/remedy';
import type { Source } from '../../utils/core/source/source';
import { t } from '../../utils/i18n';
import type { Preview as PreviewData } from '../../utils/messages/preview-messages';
import { NavBar } from '../NavBar';
import type { Choice } from '../palette/choices';
import { Palette } from '../palette/Palette';
import { useRead } from '../palette/use-read';
import { ShowRequest } from '../ShowRequest';
import { StorageNews } from '../StorageNews';
import type { NameModel } from '../use-stored';
import { CheaperBefore } from './CheaperBefore';
import { CompareModels } from './CompareModels';
import { KeyHint } from './KeyHint';
import { PartNote } from './PartNote';
import { type PictureInView, PictureOffer } from './PictureOffer';
import type { PreviewGlass } from './preview-glass';
import { ShownText } from './ShownText';
import { SiteChoices } from './SiteChoices';
import { SourceHead } from './SourceHead';
import { TakeInstead } from './TakeInstead';
import { Unready } from './Unready';
import type { Amend } from './use-amended';
import { useCount } from './use-count';
import { useEditing } from './use-editing';
import type { SiteRuleHere } from './use-site-rule';
import '../button.css';
import './preview.css';
import '../view.css';

interface Props {
  readonly preview: PreviewData;
  readonly amend: Amend;
  /** Whether everything visible was wanted, not the main content alone. */
  readonly everything: boolean;
  readonly onTake: (everything: boolean) => void;
  readonly picture?: PictureInView | undefined;
  readonly answerLanguage: string | null;
  readonly nameModel: NameModel;
  readonly onStart: (choice: Choice, source: Source) => void;
  /** Where the request can be shown. */
  readonly glass?: PreviewGlass | undefined;
  readonly onRemedy: (remedy: Remedy) => void;
  /** What may be offered, in its order. */
  readonly actions: readonly Action[];
  /** What is remembered of each action's controls, by its id. */
  readonly remembered: Readonly<Record<string, Controls>>;
  readonly onControls: (actionId: string, controls: Controls) => void;
  /** The last questions, newest first. */
  readonly readQuestions: () => Promise<readonly string[]>;
  /** The user pasted a text, or with null wants to be back at the page. */
  readonly onPaste: (text: string | null) => void;
  readonly site: SiteRuleHere | null;
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
      <NavBar
        onKeepOpen={props.onKeepOpen}
        onHistory={props.onHistory}
        onOptions={props.onOptions}
      />
    </div>
  );
}

type ReadyProps = Props & { readonly preview: Extract<PreviewData, { kind: 'source' }> };

function Ready(props: ReadyProps) {
  const { amend, actions, onStart, onPaste, onOptions } = props;
  const { offers, box, preview } = useRead(props.preview, actions, props.readQuestions);
  const here = { ...props, preview };
  const { source, estimates, hasKey } = preview;
  const editing = useEditing(source);
  const count = useCountOf(props, box.chosen);
  const estimate = count?.estimate ?? estimateFor(box.chosen, estimates);
  return (
    <>
      {/* A text that is being edited is not what would be sent. */}
      {!editing.on && (
        <Palette
          {...props}
          box={box}
          source={source}
          estimate={estimate}
          count={count}
          onStart={(choice) => onStart(choice, source)}
        />
      )}
      <div class="preview-source">
        {!editing.on && <CheaperThan {...props} choice={box.chosen} estimate={estimate} />}
        <SourceHead preview={preview} estimate={estimate} edited={amend.undo !== null} />
        <PartNote source={source} />
        <ShownText preview={preview} amend={amend} editing={editing}>
          <TakeInstead source={source} everything={props.everything} onTake={props.onTake} />
          {props.picture && <PictureOffer {...props.picture} />}
        </ShownText>
        {source.kind === 'pasted' && <BackToPage onBack={() => onPaste(null)} />}
        {!editing.on && <ChosenRequest {...here} choice={box.chosen} service={estimate.service} />}
        {props.site && <SiteChoices {...props.site} actions={offers} onRule={props.site.change} />}
        <StorageNews>{!hasKey && <KeyHint onOptions={onOptions} />}</StorageNews>
      </div>
    </>
  );
}

function BackToPage({ onBack }: { readonly onBack: () => void }) {
  return (
    <button type="button" class="link" onClick={onBack}>
      {t('back')}
    </button>
  );
}

function estimateFor(chosen: Choice | null, estimates: ReadyProps['preview']['estimates']) {
  const { action, question } = chosen ?? { action: { id: 'summarize' }, question: '' };
  return withMore(estimates[action.id] ?? estimates.summarize, question);
}

/** The count of just what would be sent. */
function useCountOf({ glass, preview }: ReadyProps, chosen: Choice | null) {
  return useCount((chosen && glass?.countFor(chosen, preview.source)) ?? null, preview);
}

type ChosenProps = ReadyProps & { readonly choice: Choice | null };

/** What costs less than what would be started. */
function CheaperThan(props: ChosenProps & { readonly estimate: Estimate }) {
  const { glass, choice, preview, estimate, amend } = props;
  if (!glass || !choice) return null;
  const command = glass.cheaperFor(choice, preview.source);
  const { id } = choice.action;
  const onLength = (length: Length) => props.onControls(id, { ...props.remembered[id], length });
  return <CheaperBefore {...{ command, preview, estimate, amend, onLength }} />;
}

/** Shows the request of what would be started, and what it would take elsewhere. */
function ChosenRequest(props: ChosenProps & { readonly service: string }) {
  const { glass, preview, choice, service, nameModel, amend } = props;
  const { source, shielded, hasKey } = preview;
  if (!glass || !choice) return null;
  const command = glass.requestFor(choice, source);
  const found = shielded?.found ?? null;
  const { seePage } = glass;
  return (
    <>
      {hasKey && (
        <CompareModels command={glass.comparisonFor(choice, source)} onPick={amend.pick} />
      )}
      <ShowRequest subject={{ command, source, found, turn: null, service, nameModel, seePage }} />
    </>
  );
}
