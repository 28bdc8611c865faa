import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * How to move the focus to the element of an id, once the change that is under way has been drawn. One that is not there
 * yet, because it is still being stored, gets it when it comes, unless the user has gone elsewhere.
 */
export function useFocusById(): (id: string) => void {
  const [asked, setAsked] = useState({ count: 0, id: '' });
  const tried = useRef(0);
  const done = useRef(0);
  useLayoutEffect(() => {
    if (done.current === asked.count) return;
    const isFirstTry = tried.current !== asked.count;
    tried.current = asked.count;
    const element = document.getElementById(asked.id);
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (!element || !(isFirstTry || isFree)) return;
    done.current = asked.count;
    element.focus();
  });
  return (id) => setAsked(({ count }) => ({ count: count + 1, id }));
}
