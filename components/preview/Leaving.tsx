import { useRef } from 'preact/hooks';
import type { Action } from '../../utils/core/actions/action';
import type { Length } from '../../utils/core/actions/controls';
import type { Estimate } from '../../utils/core/estimate/estimate';
import { t } from '../../utils/i18n';
import type { ReadyPreview } from '../../utils/messages/preview-messages';
import type { Choice } from '../palette/choices';
import { ShowRequest } from '../ShowRequest';
import { StorageNews } from '../StorageNews';
import { useKeptFocus } from '../use-kept-focus';
import { CheaperBefore } from './CheaperBefore';
import { CompareModels } from './CompareModels';
import { KeyHint } from './KeyHint';
import { NotKept } from './NotKept';
import { PartNote } from './PartNote';
import { PictureOffer } from './PictureOffer';
import type { ReadyProps } from './preview-props';
import { ShownText } from './ShownText';
import { SiteChoices } from './SiteChoices';
import { SourceHead } from './SourceHead';
import { TakeInstead } from './TakeInstead';
import type { Editing } from './use-editing';

interface Props extends ReadyProps {
  /** What was found, as far as the chosen action reads it. */
  readonly read: ReadyPreview;
  readonly offers: readonly Action[];
  readonly editing: Editing;
  readonly estimate: Estimate;
  readonly choice: Choice | null;
}

/** What would leave, and what the user can do about it. */
export function Leaving(props: Props) {
  const { read, editing, estimate, amend, everything, onTake, onPaste } = props;
  const { source } = read;
  const instead = <TakeInstead {...{ source, everything, onTake }} />;
  // Where the main content may be wrong it is offered where that is said; else with what is rarely wanted.
  const aside = !source.unsure && !everything;
  const home = useRef<HTMLDivElement>(null);
  useKeptFocus(home, `${aside}`);
  return (
    <div class="preview-source" ref={home} tabIndex={-1}>
      {!editing.on && <CheaperThan {...props} />}
      <SourceHead preview={read} estimate={estimate} edited={amend.undo !== null} />
      <PartNote source={source} />
      {!aside && !editing.on && instead}
      <ShownText preview={read} amend={amend} editing={editing}>
        {aside && instead}
        {props.picture && <PictureOffer {...props.picture} />}
      </ShownText>
      {source.kind === 'pasted' && <BackToPage onBack={() => onPaste(null)} />}
      {!editing.on && <ChosenRequest {...props} />}
      {props.site && (
        <SiteChoices {...props.site} actions={props.offers} onRule={props.site.change} />
      )}
      {props.notKept && <NotKept />}
      <StorageNews>{!read.hasKey && <KeyHint onOptions={props.onOptions} />}</StorageNews>
    </div>
  );
}

function BackToPage({ onBack }: { readonly onBack: () => void }) {
  return (
    <button type="button" class="link" onClick={onBack}>
      {t('back')}
    </button>
  );
}

/** What costs less than what would be started. */
function CheaperThan(props: Props) {
  const { glass, choice, preview, estimate, amend } = props;
  if (!glass || !choice) return null;
  const command = glass.cheaperFor(choice, preview.source);
  const { id } = choice.action;
  const onLength = (length: Length) => props.onControls(id, { ...props.remembered[id], length });
  return <CheaperBefore {...{ command, preview, estimate, amend, onLength }} />;
}

/** Shows the request of what would be started, and what it would take elsewhere. */
function ChosenRequest({ glass, read, choice, estimate, nameModel, amend }: Props) {
  const { source, shielded, hasKey } = read;
  if (!glass || !choice) return null;
  const command = glass.requestFor(choice, source);
  const found = shielded?.found ?? null;
  const { service } = estimate;
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
