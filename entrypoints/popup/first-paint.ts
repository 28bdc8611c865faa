// The skeleton is painted before anything else of ours is read: the app begins in the frame after it, or soon, in a
// document that is not shown and gets no frames.
let begun = false;

function begin(): void {
  if (!begun) void import('./main');
  begun = true;
}

/** CSS pixels of a screen that are above a popup: the browser's own bars. */
const bars = 120;

/** CSS pixels that a scroll bar takes, at most. */
const scrollBar = 16;

/** No popup that is shown is as low; Firefox's is, before it is shown. */
const unshown = 100;

const { scrollHeight, style } = document.documentElement;
// Firefox cuts off what would end below the screen, and tells nobody.
style.setProperty('--room', `${screen.availHeight - bars}px`);
// Chromium has given by now what it gives: at a zoom of 200 %, 400 × 300. What is no smaller than that by a scroll bar keeps both.
if (innerHeight < scrollHeight && innerHeight > unshown) {
  style.setProperty('--room', `${innerHeight - scrollBar}px`);
  style.setProperty('--breadth', `${innerWidth - scrollBar}px`);
}

requestAnimationFrame(() => setTimeout(begin));
setTimeout(begin, 200);
