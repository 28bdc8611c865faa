import type { Sums } from '../../utils/core/ledger/ledger-sums';
import { alsoWords, exactWords } from './ledger-words';

/** What sums come to, in a cell of a table: what is exact first. */
export function SumCell({ sums }: { readonly sums: Sums }) {
  return (
    <td>
      {exactWords(sums)}
      {alsoWords(sums).map((words) => (
        <div key={words} class="muted">
          + {words}
        </div>
      ))}
    </td>
  );
}
