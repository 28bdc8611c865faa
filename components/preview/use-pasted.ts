import type { Surroundings } from '../surroundings';
import { useBegun } from './begun';

/** What the user pasted instead of the page, until there is another page. */
export function usePasted({ page }: Surroundings) {
  const [taken, take] = useBegun('pasted');
  return {
    pasted: taken?.page === page ? taken.text : null,
    onPaste: (text: string | null) => take(text === null ? null : { page, text }),
  };
}
