import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** px from the end that still count as being there. */
const slack = 24;

/**
 * Keeps the end of a growing content in sight while the reader is there; whoever scrolls up is left alone.
 * `box` scrolls, `content` grows in it.
 */
export function useFollowScroll(
  box: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
  following: boolean,
): void {
  // Before anything is painted: what is not to be followed any more has not moved by then.
  useLayoutEffect(() => {
    const { current: outer } = box;
    const { current: inner } = content;
    if (!outer || !inner || !following) return;
    let atEnd = true;
    const look = () => {
      atEnd = outer.scrollHeight - outer.scrollTop - outer.clientHeight <= slack;
    };
    const observer = new ResizeObserver(() => {
      if (atEnd) outer.scrollTop = outer.scrollHeight;
    });
    outer.addEventListener('scroll', look, { passive: true });
    observer.observe(inner);
    // The receipt below takes room from the box when it comes.
    observer.observe(outer);
    return () => {
      outer.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [box, content, following]);
}
