import '../button.css';
import './too-long.css';

interface OfferProps {
  readonly name: string;
  readonly hint?: string;
  readonly onTry: () => void;
}

/** Something else that could be done, with what it means. */
export function Offer({ name, hint, onTry }: OfferProps) {
  return (
    <>
      <button type="button" class="button" onClick={onTry}>
        {name}
      </button>
      {hint && <p>{hint}</p>}
    </>
  );
}
