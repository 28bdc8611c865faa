import { useId } from 'preact/hooks';
import type { Oddity } from '../../utils/core/odd-link';
import { type MessageKey, t } from '../../utils/i18n';
import { useModal } from '../use-modal';
import '../button.css';
import './odd-link.css';

/** A link that was clicked and not followed yet. */
export interface AskedLink {
  readonly address: string;
  readonly oddity: Oddity;
}

interface Props extends AskedLink {
  readonly onClose: () => void;
}

const words: Readonly<Record<Oddity, MessageKey>> = {
  carries: 'oddLink_carries',
  named: 'oddLink_named',
  'look-alike': 'oddLink_look_alike',
  local: 'oddLink_local',
  long: 'oddLink_long',
};

/** Asks before a link is followed: why, to which host, and with what. */
export function OddLink({ address, oddity, onClose }: Props) {
  const title = useId();
  const { modal, close } = useModal();
  return (
    <dialog {...modal} class="odd-link" aria-labelledby={title} onClose={onClose}>
      <h2 id={title}>{t('oddLinkTitle')}</h2>
      <p>{t(words[oddity])}</p>
      <Address address={address} />
      <div class="odd-link-buttons">
        {/* First: where nobody looks, Enter opens nothing. */}
        <button type="button" class="button" onClick={close}>
          {t('cancel')}
        </button>
        <a
          class="button quiet"
          href={address}
          target="_blank"
          rel="noopener noreferrer nofollow"
          referrerpolicy="no-referrer"
          onClick={close}
        >
          {t('oddLinkOpen')}
        </a>
      </div>
    </dialog>
  );
}

/** All of it, its host first to be seen. */
function Address({ address }: Pick<AskedLink, 'address'>) {
  const { host, origin } = new URL(address);
  const signIn = address.match(/^\w+:\/\/[^/?#]*@/)?.[0].length;
  const at = host === '' ? -1 : (signIn ?? origin.length - host.length);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <p class="odd-link-address" dir="ltr" tabIndex={0}>
      {at < 0 ? (
        address
      ) : (
        <>
          {address.slice(0, at)}
          <strong>{host}</strong>
          {address.slice(at + host.length)}
        </>
      )}
    </p>
  );
}
