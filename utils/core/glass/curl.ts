import { isSecret, keyPlaceholder, type Sent } from './exchange';

/** UTF-16 units of a line, so at most 3,000 bytes: a terminal that edits by lines takes 4,095 and drops the rest. */
const longestLine = 1000;

/**
 * A command that sends the same body with the same headers, to be pasted into any POSIX shell; the key is taken from
 * `$ANTHROPIC_API_KEY`. The body stands in a here-document, since an argument may not be longer than 128 kB (Linux), and
 * in lines of its own making: curl takes the line ends out again (`--data`, https://curl.se/docs/manpage.html), and there
 * are none in JSON without blanks. `body`: as `JSON.stringify` wrote it.
 */
export function curlOf({ address, headers }: Sent, body: string): string {
  const end = delimiterFor(body);
  const options = [
    `curl ${quoted(address)}`,
    '--no-buffer',
    ...headers.map(([name, value]) => `--header ${headerWords(name, value)}`),
    `--data @- <<'${end}'`,
  ];
  return `${options.join(' \\\n  ')}\n${inLines(body)}\n${end}\n`;
}

/** Only a header that carries the key is looked into by the shell, and nothing of it but the name of the variable. */
function headerWords(name: string, value: string): string {
  const [before, after] = value.split(keyPlaceholder);
  if (!isSecret(name) || before === undefined || after === undefined)
    return quoted(`${name}: ${value}`);
  const rest = after === '' ? '' : quoted(after);
  return `${quoted(`${name}: ${before}`)}"${keyPlaceholder}"${rest}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A word that does not occur in the body. */
function delimiterFor(body: string): string {
  for (let number = 0; ; number += 1) {
    const word = number === 0 ? 'GLOSS' : `GLOSS_${number}`;
    if (!body.includes(word)) return word;
  }
}

/** Cut between characters. */
function inLines(body: string): string {
  const lines: string[] = [];
  for (let from = 0; from < body.length; ) {
    let to = from + longestLine;
    if (/[\uD800-\uDBFF]/.test(body.charAt(to - 1))) to += 1;
    lines.push(body.slice(from, to));
    from = to;
  }
  return lines.join('\n');
}
