import { useState } from 'preact/hooks';
import type { Picked } from '../../utils/core/estimate/compare';
import { t } from '../../utils/i18n';
import type { CompareCommand } from '../../utils/messages/compare-messages';
import { useLater } from '../use-later';
import '../button.css';

interface Props {
  readonly command: CompareCommand;
  readonly onPick: (picked: Picked) => void;
}

const loadCompare = () => import('../compare/CompareHere');

/** Opens what the same would take of each model. */
export function CompareModels(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="link" onClick={() => setOpen(true)}>
        {t('compareShow')}
      </button>
      {open && <Opened {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function Opened(props: Props & { readonly onClose: () => void }) {
  const CompareHere = useLater(loadCompare);
  return CompareHere && <CompareHere {...props} />;
}
