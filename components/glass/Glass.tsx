import { count } from '../../utils/core/format';
import { hasEnded } from '../../utils/core/runs/turn';
import { locale, type MessageKey, plural, t } from '../../utils/i18n';
import type { ShownRequest } from '../../utils/messages/glass-messages';
import { Sheet } from '../Sheet';
import { Body } from './Body';
import { CopyRequest } from './CopyRequest';
import { Destination } from './Destination';
import { Guide } from './Guide';
import { LeftOut } from './LeftOut';
import { Reply } from './Reply';
import type { GlassSubject } from './subject';
import './glass-parts.css';
import './glass.css';

interface Props {
  /** Null while it is being made. */
  readonly request: ShownRequest | 'failed' | null;
  readonly subject: GlassSubject;
  readonly onClose: () => void;
}

/** The exact request with all its parts, and what came back. */
export function Glass({ request, subject, onClose }: Props) {
  const isSent = subject.turn !== null && subject.turn.sentAt !== null;
  const made = request !== null && typeof request === 'object' && 'body' in request;
  return (
    <Sheet title={t(isSent ? 'glassSent' : 'glassPlanned')} onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div class="scroll sheet-content" tabIndex={0} aria-busy={request === null}>
        <p class="sheet-note" role="status">
          {t(noteFor(request, subject))}
        </p>
        {subject.turn?.counted !== undefined && isSent && (
          <p class="sheet-note">{countedWords(subject.turn.counted)}</p>
        )}
        {made && (
          <>
            <Guide request={request} subject={subject} />
            <Destination sent={request.sent} />
            <Body request={request} subject={subject} />
            <LeftOut subject={subject} />
          </>
        )}
        {subject.turn && request !== null && <Reply turn={subject.turn} />}
      </div>
      {made && <CopyRequest {...request} />}
    </Sheet>
  );
}

/** What else has left. */
function countedWords(counted: number): string {
  const tokens = plural('tokens', counted, { count: count(locale(), counted) });
  return t('glassCounted', { tokens });
}

function noteFor(request: Props['request'], { turn }: GlassSubject): MessageKey {
  if (request === null) return 'glassMaking';
  if (request === 'failed') return 'glassFailed';
  switch (request.kind) {
    case 'sent':
      return 'glassExact';
    case 'planned':
      return turn && hasEnded(turn.state) ? 'glassNever' : 'glassNotYet';
    case 'nothing':
      return 'glassNothing';
    case 'gone':
      return 'glassGone';
  }
}
