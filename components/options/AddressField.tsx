import { parseBaseUrl } from '../../utils/core/base-url';
import { t } from '../../utils/i18n';
import { urlFault } from './endpoint-draft';
import { FormField } from './FormField';

interface Props {
  readonly typed: string;
  /** The form was sent as it is. */
  readonly tried: boolean;
  /** Another address than the one a key is kept for. */
  readonly keyStays: boolean;
  readonly onType: (typed: string) => void;
}

/** A base URL, with the host that it would really reach. */
export function AddressField({ typed, tried, keyStays, onType }: Props) {
  const base = parseBaseUrl(typed);
  const untouched = typed.trim() === '' && !tried;
  const fault = base.kind === 'rejected' && !untouched ? t(urlFault(base.fault)) : null;
  return (
    <FormField
      label={t('endpointAddress')}
      hint={untouched ? t('endpointAddressHint') : null}
      fault={fault}
      below={
        <div role="status">
          {base.kind === 'ok' && (
            <p class="reaches">
              {t('reaches')} <bdi dir="ltr">{new URL(base.url).host}</bdi>
            </p>
          )}
          {keyStays && <p class="warning">{t('keyStaysBehind')}</p>}
        </div>
      }
    >
      <input
        class="text-field"
        dir="ltr"
        inputMode="url"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={2000}
        placeholder="https://"
        value={typed}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </FormField>
  );
}
