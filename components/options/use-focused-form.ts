import { useLayoutEffect, useRef } from 'preact/hooks';

type Field = HTMLElement | null | undefined;

const firstOf = (form: HTMLFormElement): Field => form.querySelector<HTMLElement>('select, input');

/** Begins in the first field, or the one that `begin` tells, and goes to the first that is wrong after each try. */
export function useFocusedForm(tries: number, begin = firstOf) {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    const { current } = form;
    if (!current) return;
    const wanted =
      tries === 0 ? begin(current) : current.querySelector<HTMLElement>('[aria-invalid]');
    wanted?.focus();
  }, [tries]);
  return form;
}
