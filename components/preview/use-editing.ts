import { useState } from 'preact/hooks';
import type { Source } from '../../utils/core/source/source';
import { useBegunField } from './begun';

/** The text that is being edited. */
export interface Editing {
  readonly on: boolean;
  /** What was typed before, if the user has been away meanwhile. */
  readonly before: string | null;
  readonly begin: () => void;
  readonly type: (text: string) => void;
  readonly end: () => void;
}

/** Whether the text of a source is being edited; of another address nobody has begun that. */
export function useEditing({ address, text }: Source): Editing {
  const [edited, tell] = useBegunField('edited');
  const [before, setBefore] = useState(edited?.address === address ? edited.text : null);
  const [on, setOn] = useState(before !== null);
  const type = (typed: string) => tell({ address, text: typed });
  return {
    on,
    before,
    begin() {
      type(text);
      setOn(true);
    },
    type,
    end() {
      tell(null);
      setBefore(null);
      setOn(false);
    },
  };
}
