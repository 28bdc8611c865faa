import { useState } from 'preact/hooks';
import { Asked } from './Asked';

interface Props<Format> {
  readonly intro: string;
  /** What is said where it cannot be read. */
  readonly failed: string;
  readonly formats: readonly (readonly [format: Format, name: string])[];
  readonly onSave: (format: Format) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks in which form all that is found shall be saved. */
export function SaveAs<Format>({ intro, failed, formats, onSave, onClose }: Props<Format>) {
  const [outcome, setOutcome] = useState<'asking' | 'saving' | 'failed'>('asking');
  const save = (format: Format) => {
    setOutcome('saving');
    onSave(format).then(onClose, () => setOutcome('failed'));
  };
  return (
    <Asked words={[intro]} failed={outcome === 'failed' ? failed : null} onClose={onClose}>
      {formats.map(([format, name]) => (
        <button
          key={name}
          type="button"
          class="button"
          disabled={outcome === 'saving'}
          onClick={() => save(format)}
        >
          {name}
        </button>
      ))}
    </Asked>
  );
}
