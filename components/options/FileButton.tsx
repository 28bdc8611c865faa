interface Props {
  readonly id: string;
  readonly label: string;
  /** Bytes. */
  readonly limit: number;
  /** Null: it is too large to be even read. */
  readonly onText: (text: Promise<string> | null) => void;
}

/** Asks for a JSON file. */
export function FileButton({ id, label, limit, onText }: Props) {
  const choose = (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (!file) return;
    onText(file.size > limit ? null : file.text());
    // The same file can be chosen again.
    input.value = '';
  };
  return (
    <label class="button file-button">
      {label}
      <input
        id={id}
        class="visually-hidden"
        type="file"
        name={id}
        accept=".json,application/json"
        onChange={(event) => choose(event.currentTarget)}
      />
    </label>
  );
}
