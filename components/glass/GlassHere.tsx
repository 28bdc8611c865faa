import { useEffect, useState } from 'preact/hooks';
import type { ShownRequest } from '../../utils/messages/glass-messages';
import { send } from '../../utils/messages/send';
import { Glass } from './Glass';
import type { GlassSubject } from './subject';

interface Props {
  readonly subject: GlassSubject;
  readonly onClose: () => void;
}

/** Asks the background for the request, and shows it. */
export default function GlassHere({ subject, onClose }: Props) {
  const [request, setRequest] = useState<ShownRequest | 'failed' | null>(null);
  const left = subject.turn !== null && subject.turn.sentAt !== null;
  useEffect(() => {
    let wanted = true;
    const show = (shown: ShownRequest | 'failed') => wanted && setRequest(shown);
    send(subject.command).then(show, () => show('failed'));
    return () => {
      wanted = false;
    };
  }, [left]);
  return <Glass request={request} subject={subject} onClose={onClose} />;
}
