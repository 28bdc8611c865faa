import type { ComponentChild } from 'preact';

/** A setting on the page, with the words by which it can be found. */
export interface Row {
  readonly id: string;
  readonly words: readonly string[];
  readonly content: ComponentChild;
}

/** A section of the page. */
export interface Part {
  /** Its anchor. */
  readonly id: string;
  readonly title: string;
  readonly intro?: string;
  readonly rows: readonly Row[];
}

/** Ids of the rows that a query finds, by part; a part without any is not in it. */
export type Found = ReadonlyMap<string, ReadonlySet<string>>;

/** Finds the rows in whose words, or whose part's title, all words of the query occur; an empty query finds all. */
export function find(parts: readonly Part[], query: string, locale: string): Found {
  const wanted = folded(query, locale).split(/\s+/);
  const found = parts.map(({ id, title, intro = '', rows }) => {
    const hits = rows.filter((row) => {
      const words = folded([title, intro, ...row.words].join(' '), locale);
      return wanted.every((word) => words.includes(word));
    });
    return [id, new Set(hits.map((row) => row.id))] as const;
  });
  return new Map(found.filter(([, rows]) => rows.size > 0));
}

/** Capitals, accents and widths aside. */
function folded(text: string, locale: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase(locale).trim();
}
