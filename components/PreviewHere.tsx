import { useEffect, useState } from 'preact/hooks';
import type { Remedy } from '../utils/core/problem';
import { type Command, type Preview as PreviewData, send } from '../utils/messages';
import { Preview } from './Preview';
import { Skeleton } from './Skeleton';
import type { Surroundings } from './surroundings';
import { useModelNames, useSettings } from './use-stored';

interface Props {
  readonly surroundings: Surroundings;
  readonly ask: (command: Command) => Promise<void>;
  readonly onRecent: () => void;
}

interface Seen {
  readonly preview: PreviewData;
  readonly hasKey: boolean;
}

/** Asks the background what could be sent from this tab, and shows it. */
export default function PreviewHere({ surroundings, ask, onRecent }: Props) {
  const { tabId, openOptions } = surroundings;
  const seen = useSeen(tabId);
  const settings = useSettings();
  const nameModel = useModelNames();
  if (!seen) return <Skeleton />;
  return (
    <Preview
      {...seen}
      nameModel={nameModel}
      answerLanguage={settings?.answerLanguage ?? null}
      onStart={(actionId, source) => void ask({ kind: 'start', tabId, actionId, source })}
      onRemedy={(remedy) => mend(remedy, surroundings, ask)}
      onLanguage={(answerLanguage) =>
        void ask({ kind: 'change-settings', change: { answerLanguage } })
      }
      onRecent={onRecent}
      onOptions={openOptions}
    />
  );
}

function useSeen(tabId: number): Seen | null {
  const [seen, setSeen] = useState<Seen | null>(null);
  useEffect(() => {
    let current = true;
    void look(tabId).then((now) => current && setSeen(now));
    return () => {
      current = false;
    };
  }, [tabId]);
  return seen;
}

/** Storage alone can fail a question to the background. */
async function look(tabId: number): Promise<Seen> {
  try {
    const asked = [send({ kind: 'preview', tabId }), send({ kind: 'key-status' })] as const;
    const [preview, key] = await Promise.all(asked);
    return { preview, hasKey: key.kind === 'saved' };
  } catch {
    return { preview: { kind: 'problem', problem: { kind: 'storage-failing' } }, hasKey: true };
  }
}

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
