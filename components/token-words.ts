import { countRange, roughly } from '../utils/core/format';
import type { Range } from '../utils/core/money/money';
import { locale, plural } from '../utils/i18n';

/** Tokens as an estimate. The word agrees with the number that is shown, not with the one that it was rounded from. */
export function estimatedTokens(tokens: Range): string {
  return plural('aboutTokens', roughly(tokens.high), { count: countRange(locale(), tokens) });
}
