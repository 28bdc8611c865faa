import type { Part } from './search';

interface Props {
  readonly part: Part;
  /** Ids of the rows that are shown; null: none. The others stay as they are, with what was typed into them. */
  readonly shown: ReadonlySet<string> | null;
}

/** A section with its settings. */
export function PartView({ part, shown }: Props) {
  return (
    <section aria-labelledby={part.id} hidden={!shown}>
      <h2 id={part.id}>{part.title}</h2>
      {part.intro && <p class="intro">{part.intro}</p>}
      {part.rows.map(({ id, content }) => (
        <div key={id} class="row" hidden={!shown?.has(id)}>
          {content}
        </div>
      ))}
    </section>
  );
}
