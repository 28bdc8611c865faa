import { useRef, useState } from 'preact/hooks';
import type { Source } from '../../utils/core/source/source';
import { useBegunField } from './begun';

/** The text that is being edited. */
export interface Editing {
  readonly on: boolean;
  /** What it begins with: what was typed before, if the user has been away meanwhile. */
  readonly before: string;
  readonly begin: () => void;
  readonly type: (text: string) => void;
  readonly end: () => void;
}

/**
 * Whether the text of a source is being edited; of another address nobody has begun that, also where it comes meanwhile, unless
 * the same text stands there: then only the place in it is another.
 */
export function useEditing({ address, text }: Source): Editing {
  const [edited, tell] = useBegunField('edited');
  const last = useRef(edited);
  const [of, setOf] = useState(edited?.address === address ? { address, text } : null);
  const keep = (now: typeof edited) => {
    last.current = now;
    tell(now);
  };
  const type = (typed: string) => keep({ address, text: typed });
  return {
    on: of !== null && (of.address === address || of.text === text),
    before: last.current?.text ?? text,
    begin() {
      type(text);
      setOf({ address, text });
    },
    type,
    end() {
      keep(null);
      setOf(null);
    },
  };
}
