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
      // Who is at what was told there, as at a passphrase that it asks for, has read it, and stays.
      if (atEnd && !outer.querySelector('.problem:focus-within')) showEnd(outer);
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

/** The end, or what the user is asked or told there, from its beginning on: in a small view all of it may not fit. */
export function showEnd(box: HTMLElement): void {
  const told = box.querySelector<HTMLElement>('.confirming, .problem');
  const head = box.querySelector<HTMLElement>('.run-head');
  box.scrollTop = told && head ? told.offsetTop - head.offsetHeight : box.scrollHeight;
}
