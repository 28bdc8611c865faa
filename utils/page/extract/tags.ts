const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** What holds no text of the page. */
export const unread = set(
  'script style noscript template svg iframe frame object embed canvas audio video select textarea input head datalist progress meter',
);

/** What runs with the text around it. By name and not by style: names are the same wherever the page is shown. */
export const inline = set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark math nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr slot mi mo mn mrow msup msub mfrac semantics annotation',
);
