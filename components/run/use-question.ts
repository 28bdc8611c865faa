import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { questionLimit } from '../../utils/core/actions/action';
import type { Range } from '../../utils/core/money/money';

/** What can be done with a question now: an answer is coming; one is there; the last one did not come to its end. */
export type Moment = 'answering' | 'answered' | 'broken-off';

export interface Asking {
  readonly moment: Moment;
  /** What is in the field at first, and later where that is empty. */
  readonly draft: string;
  /** What asking this would cost, in nano-dollars; null where nobody knows. */
  readonly costOf: (question: string) => Range | null;
  /** False: it could not be asked of anything. */
  readonly onAsk: (question: string) => Promise<boolean>;
  /** Called with what is in the field when that is taken away. */
  readonly onLeave: (question: string) => void;
}

/** A question in the making. Asked while an answer is coming it waits for that, unless it is changed or the answer breaks off. */
export function useQuestion({ moment, draft, costOf, onAsk, onLeave }: Asking) {
  const typed = useTyped(draft, costOf);
  const { field, fits, tooLong, cost, look } = typed;
  const { gone, setGone, ask } = useSent(typed, onAsk, moment);
  const [waits, setWaits] = useState(false);
  useLeave(() => onLeave(typed.read()));

  useEffect(() => {
    if (moment === 'answering') return;
    setWaits(false);
    if (waits && moment === 'answered') void ask();
    // What an answer costs is known only now.
    else look();
  }, [moment]);

  return {
    field,
    fits,
    tooLong,
    cost,
    waits,
    /** Whether what it was asked of is gone. */
    gone: gone && moment !== 'answering',
    type() {
      setWaits(false);
      setGone(false);
      look();
    },
    submit(event: Event) {
      event.preventDefault();
      if (!fits) return;
      if (moment === 'answering') setWaits(true);
      else void ask();
    },
    hold() {
      setWaits(false);
      field.current?.focus();
    },
  };
}

/** Does what was last to be done when the view goes away, while its elements are still there. */
function useLeave(leave: () => void): void {
  const latest = useRef(leave);
  latest.current = leave;
  useLayoutEffect(() => () => latest.current(), []);
}

/** A question that could not be asked of anything, or was perhaps not heard, comes back. */
function useSent(
  { take, putBack }: ReturnType<typeof useTyped>,
  onAsk: Asking['onAsk'],
  moment: Moment,
) {
  const [gone, setGone] = useState(false);
  // What another view was faster with is not gone.
  useEffect(() => setGone(false), [moment]);

  async function ask(): Promise<void> {
    const question = take();
    if (question === '') return;
    try {
      if ((await onAsk(question)) !== false) return;
      setGone(true);
    } catch {
      // Whether a background that ends meanwhile has heard it nobody knows: the user sees whether an answer comes.
    }
    putBack(question);
  }

  return { gone, setGone, ask };
}

/** A question may have been pasted and be very long: the field keeps it, not the state. */
function useTyped(draft: string, costOf: Asking['costOf']) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [length, setLength] = useState(draft.length);
  const [cost, setCost] = useState(draft === '' ? null : costOf(draft));

  const read = () => field.current?.value.trim() ?? '';

  function look(): void {
    const typed = read();
    setLength(typed.length);
    setCost(typed === '' || typed.length > questionLimit ? null : costOf(typed));
  }

  /** What was typed, which is taken out: a second Enter asks nothing. */
  function take(): string {
    const question = read();
    if (field.current) field.current.value = '';
    look();
    return question;
  }

  /** Unless something else has been typed meanwhile. */
  function putBack(question: string): void {
    const { current } = field;
    if (current?.value === '') current.value = question;
    look();
  }

  useEffect(() => putBack(draft), [draft]);

  const fits = length > 0 && length <= questionLimit;
  /** UTF-16 units of a question that has too many. */
  const tooLong = length > questionLimit ? length : null;
  return { field, fits, tooLong, cost, read, look, take, putBack };
}
