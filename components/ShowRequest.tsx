import { useState } from 'preact/hooks';
import { t } from '../utils/i18n';
import type { GlassSubject } from './glass/subject';
import { useLater } from './use-later';
import './button.css';

const loadGlass = () => import('./glass/GlassHere');

/** Opens the glass box: the exact request, and what came back. */
export function ShowRequest(props: { readonly subject: GlassSubject | null }) {
  const [open, setOpen] = useState(false);
  if (!props.subject) return null;
  return (
    <>
      <button type="button" class="link show-request" onClick={() => setOpen(true)}>
        {t('glassShow')}
      </button>
      {open && <Opened subject={props.subject} onClose={() => setOpen(false)} />}
    </>
  );
}

function Opened(props: { readonly subject: GlassSubject; readonly onClose: () => void }) {
  const GlassHere = useLater(loadGlass);
  return GlassHere && <GlassHere {...props} />;
}
