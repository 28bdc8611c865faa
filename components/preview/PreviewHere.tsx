import { useMemo } from 'preact/hooks';
import type { Controls } from '../../utils/core/actions/controls';
import type { Remedy } from '../../utils/core/runs/remedy';
import type { Source } from '../../utils/core/source/source';
import type { Command } from '../../utils/messages/messages';
import type { Preview as PreviewData } from '../../utils/messages/preview-messages';
import { send } from '../../utils/messages/send';
import { AskForm } from '../palette/AskForm';
import type { Choice } from '../palette/choices';
import {
  cheaperThan,
  comparisonOf,
  countOf,
  questionsOf,
  requestOf,
  type Start,
  startOf,
} from '../palette/start';
import { useActions } from '../palette/use-actions';
import { useControls } from '../palette/use-controls';
import { useStart } from '../palette/use-start';
import { Skeleton } from '../Skeleton';
import type { Surroundings } from '../surroundings';
import { type NameModel, useModelNames, useSettings } from '../use-stored';
import { useStoredActions } from '../use-stored-actions';
import { useBegun } from './begun';
import { Preview } from './Preview';
import type { PreviewGlass } from './preview-glass';
import { useAmended } from './use-amended';
import { useKeeping } from './use-keeping';
import { usePreview, type Wish } from './use-preview';
import { useSiteRule } from './use-site-rule';

interface Props {
  readonly surroundings: Surroundings;
  readonly ask: (command: Command) => Promise<unknown>;
  /** What the user pasted instead of the page. */
  readonly pasted: string | null;
  readonly onPaste: (text: string | null) => void;
  readonly onHistory: () => void;
}

/** Asks the background what could be sent from this tab, and shows it. */
export default function PreviewHere(props: Props) {
  const { surroundings, ask, pasted, onPaste } = props;
  const { tabId, kind, openPanel } = surroundings;
  const { wants, takeEverything, takePicture } = useWants(surroundings);
  const { settings, own, who } = useChosen();
  const { preview: found, shown, hasPicture, look } = usePreview(surroundings, pasted, wants, who);
  const { keep, notKept } = useKeeping(ask);
  const { preview, amend, unshown } = useAmended(found, tabId, keep);
  const controls = useControls(settings, keep, amend.again);
  const nameModel = useModelNames();
  const site = useSiteRule(preview, settings, tabId, keep, amend.again);
  const actions = useActions(settings, own);
  const { asking, start, begin, back } = useStart(preview, (it, said) => {
    if (preview) void ask({ ...startOf(preview, it, said, tabId), ...unshown });
  });
  if (!preview) return <Skeleton />;
  const asked = { preview, nameModel, onBegin: begin, onBack: back };
  if (asking) return <Asked start={asking} {...asked} />;
  return (
    <Preview
      preview={kind === 'panel' ? asSeenFromPanel(preview) : preview}
      amend={amend}
      everything={shown === 'everything'}
      onTake={takeEverything}
      picture={{ isThere: hasPicture, isShown: shown === 'picture', take: takePicture }}
      remembered={controls.remembered}
      onControls={controls.choose}
      {...{ actions, readQuestions, nameModel, site, notKept, onPaste }}
      onKeepOpen={kind === 'panel' ? null : openPanel}
      answerLanguage={settings?.answerLanguage ?? null}
      onStart={(choice, source) => start({ choice, source, controls: controls.pickedFor(choice) })}
      glass={glassOf(preview, controls.pickedFor, tabId)}
      onRemedy={(remedy) => mend(remedy, props, look)}
      onHistory={props.onHistory}
      onOptions={surroundings.openOptions}
    />
  );
}

/** What the user has chosen; `who` is asked, and so the price, as far as it is chosen elsewhere. */
function useChosen() {
  const settings = useSettings();
  const own = useStoredActions();
  const who = useMemo(
    () => settings && own && JSON.stringify([settings.endpoint, settings.endpoints, own]),
    [settings, own],
  );
  return { settings, own, who };
}

/** What the glass box asks for what could be started. */
function glassOf(
  preview: PreviewData,
  controlsFor: (choice: Choice) => Controls,
  tabId: number,
): PreviewGlass {
  const shown = (choice: Choice, source: Source) =>
    [preview, { choice, source, controls: controlsFor(choice) }, tabId] as const;
  return {
    requestFor: (...chosen) => requestOf(...shown(...chosen)),
    comparisonFor: (...chosen) => comparisonOf(...shown(...chosen)),
    cheaperFor: (...chosen) => cheaperThan(...shown(...chosen)),
    countFor: (...chosen) => countOf(...shown(...chosen)),
    seePage: () => send({ kind: 'preview', tabId, wants: 'everything' }),
  };
}

/** What of the page is wanted: by two buttons everything visible, or the picture in view. */
function useWants(surroundings: Surroundings) {
  const [everything, takeEverything] = useWish('everything', surroundings);
  const [picture, takePicture] = useWish('picture', surroundings);
  const wants: Wish = picture ? 'picture' : everything ? 'everything' : 'selection-or-page';
  return { wants, takeEverything, takePicture };
}

interface AskedProps {
  readonly start: Start;
  readonly preview: PreviewData;
  readonly nameModel: NameModel;
  readonly onBegin: (start: Start, answers: readonly string[]) => void;
  readonly onBack: () => void;
}

function Asked({ start, preview, nameModel, onBegin, onBack }: AskedProps) {
  const { action } = start.choice;
  return (
    <AskForm
      action={action}
      estimate={(preview.kind === 'source' && preview.estimates[action.id]) || null}
      nameModel={nameModel}
      questions={questionsOf(action)}
      onAnswer={(answers) => onBegin(start, answers)}
      onBack={onBack}
    />
  );
}

const readQuestions = async () => {
  const { lastQuestions } = await import('../../utils/store/questions');
  return lastQuestions().catch(() => []);
};

/** No gesture on the tab, no right to look at it: from a panel both kinds of closed page look the same. */
function asSeenFromPanel(preview: PreviewData): PreviewData {
  const closed = preview.kind === 'problem' && preview.problem.kind === 'page-forbids';
  return closed ? { kind: 'problem', problem: { kind: 'needs-gesture' } } : preview;
}

/** Whether something else than usually is wanted of the page that is there: of another page nobody has said so. */
function useWish(wish: 'everything' | 'picture', { page }: Surroundings) {
  const [wanted, setWanted] = useBegun(wish);
  const set = (wants: boolean) => setWanted(wants ? { page } : null);
  return [wanted?.page === page, set] as const;
}

/** Of a tab that cannot be read there is nothing to send again: only the page instead, the options, or nothing. */
function mend(
  remedy: Remedy,
  { surroundings: { tabId, openOptions, close, allowHost }, ask }: Props,
  look: (lent?: string) => void,
): void {
  switch (remedy.kind) {
    case 'try-again':
    case 'begin-database':
      look();
      break;
    case 'allow-site': {
      const { origin } = remedy;
      void allowHost(origin).then((allowed) => allowed && look(origin));
      break;
    }
    case 'use-page':
      void ask({ kind: 'start-on-page', tabId, actionId: 'summarize' });
      break;
    case 'open-options':
      openOptions();
      break;
    default:
      close();
  }
}
