import { Fragment } from 'preact';
import './dotted-line.css';

/** Short pieces in a row, with dots between them: where the line breaks, a dot stays with the piece before it. */
export function DottedLine({ parts }: { readonly parts: readonly string[] }) {
  return parts.map((part, index) => (
    <Fragment key={part}>
      {index > 0 && ' '}
      <span class="dotted">
        <bdi>{part}</bdi>
        {index < parts.length - 1 && ' ·'}
      </span>
    </Fragment>
  ));
}
