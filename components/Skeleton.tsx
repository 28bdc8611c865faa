import './skeleton.css';

/** The first screen of the popup's HTML once more, while there is nothing to show yet. */
export function Skeleton() {
  return (
    <>
      <h1 class="visually-hidden">Gloss</h1>
      <div class="skeleton" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
        <i />
        <i />
      </div>
    </>
  );
}
