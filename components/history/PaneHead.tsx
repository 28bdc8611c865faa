import type { ComponentChildren } from 'preact';
import './pane-head.css';

/** The head of the list, and of a run that is open: where one is, and what leads elsewhere. */
export function PaneHead({ children }: { readonly children: ComponentChildren }) {
  return <header class="bar pane-head">{children}</header>;
}
