import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { hasEnded } from '../../utils/core/turn';
import type { ShownRequest } from '../../utils/glass-messages';
import { type MessageKey, t } from '../../utils/i18n';
import { Icon } from '../Icon';
import { Body } from './Body';
import { CopyRequest } from './CopyRequest';
import { Destination } from './Destination';
import { Guide } from './Guide';
import { LeftOut } from './LeftOut';
import { Reply } from './Reply';
import type { GlassSubject } from './subject';
import '../button.css';
import '../view.css';
import './glass.css';
import './glass-parts.css';

interface Props {
  /** Null while it is being made. */
  readonly request: ShownRequest | 'failed' | null;
  readonly subject: GlassSubject;
  readonly onClose: () => void;
}

/** The exact request with all its parts, and what came back. */
export function Glass({ request, subject, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const isSent = subject.turn !== null && subject.turn.sentAt !== null;
  const made = request !== null && typeof request === 'object' && 'body' in request;
  return (
    <dialog ref={dialog} class="glass" aria-labelledby={title} onClose={onClose}>
      <header class="bar glass-head">
        <button type="button" class="button quiet" onClick={() => dialog.current?.close()}>
          <Icon name="back" />
          {t('back')}
        </button>
        <h2 id={title}>{t(isSent ? 'glassSent' : 'glassPlanned')}</h2>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div class="scroll glass-content" tabIndex={0} aria-busy={request === null}>
        <p class="glass-note" role="status">
          {t(noteFor(request, subject))}
        </p>
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
    </dialog>
  );
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
