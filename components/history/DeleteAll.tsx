import { Asked } from './Asked';

interface Props {
  /** The first is the question. */
  readonly words: readonly string[];
  /** Of the button that deletes. */
  readonly label: string;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** Asks once more before all that is found is deleted. */
export function DeleteAll({ words, label, onDelete, onClose }: Props) {
  return (
    <Asked words={words} onClose={onClose}>
      <button
        type="button"
        class="button danger"
        onClick={() => {
          onDelete();
          onClose();
        }}
      >
        {label}
      </button>
    </Asked>
  );
}
