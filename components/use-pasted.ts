import { useEffect, useState } from 'preact/hooks';
import type { Surroundings } from './surroundings';

/** What the user pasted instead of the page, until there is another page. */
export function usePasted({ tabId, page }: Surroundings) {
  const [pasted, onPaste] = useState<string | null>(null);
  useEffect(() => onPaste(null), [tabId, page]);
  return { pasted, onPaste };
}
