import type { Range } from '../../utils/core/money/money';
import { promptTokens } from '../../utils/core/money/usage';
import type { Turn } from '../../utils/core/runs/turn';
import { plural, t } from '../../utils/i18n';
import type { WholeRequest } from '../../utils/messages/glass-messages';
import { estimatedTokens } from '../token-words';

/** Tokens of a prompt: as billed where that is known, else as estimated. */
export function promptOf(
  request: WholeRequest,
  turn: Turn | null,
): { readonly tokens: Range; readonly words: string } {
  // What is not believed is not said to be billed.
  const usage = turn?.doubt ? null : (turn?.receipt?.usage ?? turn?.usage);
  if (usage) {
    const billed = promptTokens(usage);
    const tokens = plural('tokens', billed);
    return { tokens: { low: billed, high: billed }, words: t('glassBilled', { tokens }) };
  }
  const tokens =
    request.kind === 'planned' ? request.prompt : (turn?.prompt ?? { low: 0, high: 0 });
  return { tokens, words: estimatedTokens(tokens) };
}
