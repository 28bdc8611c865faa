// The skeleton is painted before anything else of ours is read: the app begins in the frame after it.
requestAnimationFrame(() => setTimeout(() => void import('./main')));
