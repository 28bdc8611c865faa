import { isSameText } from '../../utils/core/source/site';
import type { Preview } from '../../utils/messages/preview-messages';
import { useBegun, useForgetting } from '../preview/begun';
import { questionsOf, type Start } from './start';

/** Begins what the user wants; what asks something first waits, `asking`, for the answers, as long as its text is there. */
export function useStart(
  preview: Preview | null,
  send: (start: Start, answers: readonly string[]) => void,
) {
  const [asked, setAsked] = useBegun('asking');
  const forget = useForgetting();
  const begin = (start: Start, answers: readonly string[]) => {
    forget('question', 'amendment', 'everything', 'picture', 'asking', 'answers');
    send(start, answers);
  };
  const isThere = preview?.kind === 'source' && asked && isSameText(asked.source, preview.source);
  return {
    asking: isThere ? asked : null,
    begin,
    start: (wanted: Start) =>
      questionsOf(wanted.choice.action).length > 0 ? setAsked(wanted) : begin(wanted, []),
    back() {
      setAsked(null);
      forget('answers');
    },
  };
}
