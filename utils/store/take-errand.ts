import * as v from 'valibot';
import { dropErrand, type Errand, readErrand } from './errand';
import { inTurn } from './in-turn';

// Apart from `errand.ts`, which the popup loads before its first paint: that needs no parser.

/** ms for which an errand stands: whoever lets us reach its site later may no longer mean it. */
const stands = 600_000;

const schema: v.GenericSchema<unknown, Errand> = v.object({
  runId: v.string(),
  tabId: v.number(),
  origin: v.string(),
  address: v.optional(v.string()),
  at: v.number(),
});

const inOrder = inTurn();

/** Takes the errand if its origin may be reached by now; null: there is none, it is too old, or somebody has taken it. */
export function takeErrand(
  now: number,
  mayReach: (origin: string) => Promise<boolean>,
): Promise<Errand | null> {
  return inOrder(async () => {
    const { success, output } = v.safeParse(schema, await readErrand());
    if (!success || now - output.at > stands) return null;
    if (!(await mayReach(output.origin))) return null;
    await dropErrand();
    return output;
  });
}
