import { useRef } from 'preact/hooks';
import { type Recall, step } from './recall';

/** Brings back the last questions. `read`: newest first; `show`: what is typed becomes that. */
export function useRecall(
  query: string,
  read: () => Promise<readonly string[]>,
  show: (query: string) => void,
) {
  const recall = useRef<Recall | null>(null);

  function walk(by: 1 | -1): void {
    const next = recall.current && step(recall.current, by);
    if (!next) return;
    recall.current = next.recall;
    show(next.text);
  }

  return {
    isOn: () => recall.current !== null,
    older: async () => {
      if (recall.current === null) {
        const questions = await read();
        recall.current ??= { questions, at: -1, draft: query };
      }
      walk(1);
    },
    newer: () => walk(-1),
    end: () => {
      recall.current = null;
    },
  };
}
