import { useEffect, useRef, useState } from 'preact/hooks';
import type { Range } from '../utils/core/money';

/** What can be done with a question now: an answer is coming; one is there; the last one did not come to its end. */
export type Moment = 'answering' | 'answered' | 'broken-off';

export interface Asking {
  readonly moment: Moment;
  /** What is in the field at first. */
  readonly draft: string;
  /** What asking this would cost, in nano-dollars; null where nobody knows. */
  readonly costOf: (question: string) => Range | null;
  readonly onAsk: (question: string) => void;
}

/** A question in the making. Asked while an answer is coming it waits for that, unless it is changed or the answer breaks off. */
export function useQuestion({ moment, draft, costOf, onAsk }: Asking) {
  const field = useRef<HTMLTextAreaElement>(null);
  // A question may have been pasted and be very long: the field keeps it, not the state.
  const [filled, setFilled] = useState(draft !== '');
  const [cost, setCost] = useState(draft === '' ? null : costOf(draft));
  const [waits, setWaits] = useState(false);

  function look(): void {
    const typed = field.current?.value ?? '';
    const some = /\S/.test(typed);
    setWaits(false);
    setFilled(some);
    setCost(some ? costOf(typed) : null);
  }

  function ask(): void {
    const { current } = field;
    const question = current?.value.trim() ?? '';
    if (!current || question === '') return;
    // Emptied at once: a second Enter asks nothing.
    current.value = '';
    look();
    onAsk(question);
  }

  function submit(event: Event): void {
    event.preventDefault();
    if (moment === 'answering') setWaits(filled);
    else ask();
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the moment alone decides
  useEffect(() => {
    if (moment === 'answering') return;
    if (waits && moment === 'answered') ask();
    // What an answer costs is known only now.
    else look();
  }, [moment]);

  const hold = () => {
    setWaits(false);
    field.current?.focus();
  };
  return { field, filled, cost, waits, look, submit, hold };
}
