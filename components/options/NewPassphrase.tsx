import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { PassphraseField } from '../PassphraseField';
import { againFault, type KeepDraft, shortFault } from './keep-draft';

type Typed = Pick<KeepDraft, 'passphrase' | 'again'>;

interface Props {
  readonly label: string;
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
}

/** A passphrase that is chosen now: typed twice, because nobody sees what was typed. */
export function NewPassphrase({ label, typed, onType }: Props) {
  const [left, setLeft] = useState(false);
  return (
    <div class="new-passphrase">
      <PassphraseField
        label={label}
        value={typed.passphrase}
        hint={t('passphraseHint')}
        fault={left ? shortFault(typed) : ''}
        onType={(passphrase) => onType({ ...typed, passphrase })}
        onLeave={() => setLeft(true)}
      />
      <PassphraseField
        label={t('passphraseAgain')}
        value={typed.again}
        fault={againFault(typed)}
        onType={(again) => onType({ ...typed, again })}
      />
    </div>
  );
}
