import { useBegun, useForgetting } from '../preview/begun';
import type { Surroundings } from '../surroundings';
import { questionsOf, type Start } from './start';

/** Begins what the user wants; what asks something first waits, `asking`, for the answers, as long as its page is there. */
export function useStart(
  { page }: Surroundings,
  send: (start: Start, answers: readonly string[]) => void,
) {
  const [asked, setAsked] = useBegun('asking');
  const forget = useForgetting();
  const begin = (start: Start, answers: readonly string[]) => {
    forget('question', 'amendment', 'everything', 'picture', 'asking', 'answers');
    send(start, answers);
  };
  return {
    asking: asked?.page === page ? asked.start : null,
    begin,
    start: (wanted: Start) =>
      questionsOf(wanted.choice.action).length > 0
        ? setAsked({ start: wanted, page })
        : begin(wanted, []),
    back() {
      setAsked(null);
      forget('answers');
    },
  };
}
