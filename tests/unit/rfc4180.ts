/**
 * Records of a text by the grammar of RFC 4180, section 2, and nothing more lenient: CRLF ends each, a field is either in
 * quotation marks or has none of them, no comma and no line end. Throws where the text is none.
 */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const record: string[] = [];
    for (;;) {
      const [field, next] = text[at] === '"' ? escaped(text, at) : plain(text, at);
      record.push(field);
      at = next;
      if (text[at] !== ',') break;
      at += 1;
    }
    if (text.slice(at, at + 2) !== '\r\n') throw new Error(`No CRLF at ${at}`);
    at += 2;
    records.push(record);
  }
  return records;
}

function plain(text: string, from: number): [field: string, next: number] {
  let at = from;
  while (at < text.length && !',"\r\n'.includes(text[at] ?? '')) at += 1;
  return [text.slice(from, at), at];
}

function escaped(text: string, from: number): [field: string, next: number] {
  let field = '';
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') field += text[at];
    else if (text[at + 1] === '"') {
      field += '"';
      at += 1;
    } else return [field, at + 1];
  }
  throw new Error('A quotation mark is not closed');
}
