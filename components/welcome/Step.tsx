import type { ComponentChildren } from 'preact';
import { Icon } from '../Icon';

interface Props {
  /** Of the heading; once on the page. */
  readonly id: string;
  readonly title: string;
  /** What is said once it is done; null while it is not. */
  readonly done: string | null;
  readonly children: ComponentChildren;
}

/** Something to do, ticked off when it has been done. */
export function Step({ id, title, done, children }: Props) {
  return (
    <section class={done === null ? 'step' : 'step step-done'} aria-labelledby={id}>
      <h2 id={id}>
        <span class="step-tick">{done !== null && <Icon name="check" />}</span>
        {title}
      </h2>
      {children}
      <p class="step-said" role="status">
        {done}
      </p>
    </section>
  );
}
