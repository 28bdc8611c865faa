import { useEffect, useRef } from 'preact/hooks';

/** An element at the end of what is drawn: `act` is called whenever it comes near to being seen, while there is more. */
export function useNearEnd(act: () => void, more: boolean) {
  const end = useRef<HTMLDivElement>(null);
  // At each render: an end that is still near after `act` is no news to an observer that has told of it.
  useEffect(() => {
    if (!end.current || !more) return;
    const root = end.current.closest('.scroll');
    const near = new IntersectionObserver(([entry]) => entry?.isIntersecting && act(), {
      root,
      rootMargin: '600px',
    });
    near.observe(end.current);
    return () => near.disconnect();
  });
  return end;
}
