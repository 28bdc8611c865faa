// The skeleton is painted before anything else of ours is read: the app begins in the frame after it, or soon, in a
// document that is not shown and gets no frames.
let begun = false;

function begin(): void {
  if (!begun) void import('./main');
  begun = true;
}

requestAnimationFrame(() => setTimeout(begin));
setTimeout(begin, 200);
