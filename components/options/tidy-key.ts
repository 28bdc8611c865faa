const quotes = `"'\`‘’“”„«»`;

/** `x-api-key: …` and `Authorization: Bearer …`, also as JSON or inside a `curl` line. */
const header = new RegExp(
  `(?:x-api-key|authorization)[${quotes}]?\\s*:\\s*[${quotes}]?\\s*(?:bearer\\s+)?([^\\s${quotes},;]+)`,
  'i',
);

/** `export ANTHROPIC_API_KEY="…"`, `NAME_KEY=… command`, `$env:NAME_TOKEN = '…'`, `"NAME_KEY": "…"`. */
const assignment = new RegExp(
  `(?:^|[\\s${quotes}:])[A-Z][A-Z0-9_]*(?:KEY|TOKEN)[${quotes}]?\\s*[=:]\\s*(?:[${quotes}]([^${quotes}]*)|([^\\s${quotes},;]+))`,
);

/** What people write before a key. */
const lead = new RegExp(`^[\\s\\S]*?[\\s${quotes}:=](?=sk-)|^[\\s${quotes}]*bearer\\s+`, 'i');

const clinging = new RegExp(`[\\s${quotes}]+`, 'g');

/**
 * A key as it was pasted, without what clings to it: spaces, line ends and quotes, the name of a header or of a variable,
 * a whole line for a shell.
 */
export function tidyKey(pasted: string): string {
  const visible = pasted.replace(/[\u200B\u2060\uFEFF]/g, '');
  const inHeader = header.exec(visible)?.[1];
  const assigned = assignment.exec(visible);
  const value = inHeader ?? assigned?.[1] ?? assigned?.[2] ?? visible.replace(lead, '');
  return value.replace(clinging, '');
}
