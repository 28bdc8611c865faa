import { useState } from 'preact/hooks';
import type { Controls } from '../../utils/core/actions/controls';
import type { Command } from '../../utils/messages/messages';
import type { Settings } from '../../utils/store/settings';
import type { Choice } from './choices';

type Remembered = Readonly<Record<string, Controls>>;

/** What has been chosen of each action's controls, here and before. `changed`: what is shown takes something else now. */
export function useControls(
  settings: Settings | null,
  ask: (command: Command) => Promise<unknown>,
  changed: () => void,
) {
  const [picked, setPicked] = useState<Remembered>({});
  const remembered: Remembered = { ...settings?.controls, ...picked };
  return {
    remembered,
    /** What was chosen here: it holds even where it could not be remembered. */
    pickedFor: ({ action }: Choice): Controls => picked[action.id] ?? {},
    choose(actionId: string, controls: Controls): void {
      setPicked({ ...picked, [actionId]: controls });
      if (!settings) return;
      const change = { controls: { [actionId]: controls } };
      void ask({ kind: 'change-settings', change }).then(changed);
    },
  };
}
