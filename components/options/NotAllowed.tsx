import { t } from '../../utils/i18n';

interface Props {
  readonly host: string;
  readonly onAllow: () => void;
}

/** The browser does not let us reach an endpoint, and the click that changes it. */
export function NotAllowed({ host, onAllow }: Props) {
  return (
    <div class="not-allowed">
      <p>{t('notAllowed', { host })}</p>
      <button type="button" class="button" onClick={onAllow}>
        {t('remedy_allow_host', { host })}
      </button>
    </div>
  );
}
