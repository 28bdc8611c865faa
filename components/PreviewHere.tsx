import { useEffect, useState } from 'preact/hooks';
import type { Remedy } from '../utils/core/problem';
import type { Source, Wanted } from '../utils/core/source';
import { type Command, type Preview as PreviewData, send } from '../utils/messages';
import { Preview } from './Preview';
import { Skeleton } from './Skeleton';
import type { Surroundings } from './surroundings';
import { useAmended } from './use-amended';
import { onReturn } from './use-reread';
import { useModelNames, useSettings } from './use-stored';

interface Props {
  readonly surroundings: Surroundings;
  readonly ask: (command: Command) => Promise<void>;
  /** What the user pasted instead of the page. */
  readonly pasted: string | null;
  readonly onPaste: (text: string | null) => void;
  readonly onHistory: () => void;
}

/** Asks the background what could be sent from this tab, and shows it. */
export default function PreviewHere(props: Props) {
  const { surroundings, ask, pasted, onPaste, onHistory } = props;
  const { tabId, kind, openOptions, openPanel } = surroundings;
  const [everything, takeEverything] = useWish(surroundings);
  const [picture, takePicture] = useWish(surroundings);
  const wants = picture ? 'picture' : everything ? 'everything' : 'selection-or-page';
  const { preview: found, shown, hasPicture, look } = usePreview(surroundings, pasted, wants);
  const { preview, amend } = useAmended(found, tabId, ask);
  const settings = useSettings();
  const nameModel = useModelNames();
  if (!preview) return <Skeleton />;
  return (
    <Preview
      preview={kind === 'panel' ? asSeenFromPanel(preview) : preview}
      amend={amend}
      everything={shown === 'everything'}
      onTake={takeEverything}
      picture={{ isThere: hasPicture, isShown: shown === 'picture', take: takePicture }}
      hiddenActions={settings?.hiddenActions ?? []}
      onKeepOpen={kind === 'panel' ? null : openPanel}
      nameModel={nameModel}
      answerLanguage={settings?.answerLanguage ?? null}
      onStart={(actionId, source) => void ask(startOf(preview, actionId, source, tabId))}
      onRemedy={(remedy) =>
        remedy.kind === 'try-again' ? look() : mend(remedy, surroundings, ask)
      }
      onLanguage={(answerLanguage) =>
        void ask({ kind: 'change-settings', change: { answerLanguage } })
      }
      onPaste={onPaste}
      onHistory={onHistory}
      onOptions={openOptions}
    />
  );
}

/** What is asked for is what was shown: the endpoint, and so the price, may have been changed elsewhere meanwhile. */
function startOf(preview: PreviewData, actionId: string, source: Source, tabId: number): Command {
  const asked = { kind: 'start', tabId, actionId, controls: {}, question: '', source } as const;
  if (preview.kind !== 'source') return { ...asked, shielded: false, endpointId: null };
  const endpointId = preview.estimates[actionId]?.endpointId ?? null;
  return { ...asked, shielded: preview.shielded !== null, endpointId };
}

/** No gesture on the tab, no right to look at it: from a panel both kinds of closed page look the same. */
function asSeenFromPanel(preview: PreviewData): PreviewData {
  const closed = preview.kind === 'problem' && preview.problem.kind === 'page-forbids';
  return closed ? { kind: 'problem', problem: { kind: 'needs-gesture' } } : preview;
}

/** Whether something else than usually is wanted of the page that is there: of another page nobody has said so. */
function useWish({ tabId, page }: Surroundings) {
  const here = `${tabId} ${page}`;
  const [wantedOf, setWantedOf] = useState<string | null>(null);
  const set = (wanted: boolean) => setWantedOf(wanted ? here : null);
  return [wantedOf === here, set] as const;
}

type Wish = Wanted | 'picture';

interface Answer {
  readonly preview: PreviewData;
  /** Null: of a pasted text. */
  readonly wants: Wish | null;
  readonly hasPicture: boolean;
}

function usePreview({ kind, tabId, page }: Surroundings, pasted: string | null, wants: Wish) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    let current = true;
    // What is offered is known before anything is shown: nothing moves away from under a finger.
    void Promise.all([askFor(tabId, pasted, wants), askForPicture(tabId, pasted, wants)]).then(
      ([preview, hasPicture]) =>
        current && setAnswer({ preview, wants: pasted === null ? wants : null, hasPicture }),
    );
    return () => {
      current = false;
    };
  }, [tabId, page, looks, pasted, wants]);
  const look = () => setLooks((count) => count + 1);
  // A panel stays open: key, model or selection may be others when the user comes back to it. A popup is always new, and
  // gets the focus just after it has asked.
  useEffect(() => (kind === 'panel' ? onReturn(look) : undefined), [kind]);
  const { preview = null, wants: shown = null, hasPicture = false } = answer ?? {};
  return { preview, shown, hasPicture, look };
}

async function askFor(tabId: number, pasted: string | null, wants: Wish): Promise<PreviewData> {
  try {
    if (pasted !== null) return await send({ kind: 'preview-pasted', tabId, text: pasted });
    if (wants === 'picture') return await send({ kind: 'preview-picture', tabId });
    return await send({ kind: 'preview', tabId, wants });
  } catch {
    return storageFailing;
  }
}

async function askForPicture(tabId: number, pasted: string | null, wants: Wish): Promise<boolean> {
  if (pasted !== null || wants === 'picture') return false;
  return send({ kind: 'has-picture', tabId }).catch(() => false);
}

/** Storage alone can fail a question to the background. */
const storageFailing: PreviewData = { kind: 'problem', problem: { kind: 'storage-failing' } };

/** Of a tab that cannot be read there is nothing to send again: only the page instead, the options, or nothing. */
function mend(
  remedy: Remedy,
  { tabId, openOptions, close }: Surroundings,
  ask: Props['ask'],
): void {
  if (remedy.kind === 'use-page') void ask({ kind: 'start-on-page', tabId, actionId: 'summarize' });
  else if (remedy.kind === 'open-options') openOptions();
  else close();
}
