import { type Headers, keyPlaceholder, type Sent } from '../../utils/core/glass/exchange';
import { t } from '../../utils/i18n';

/** Where a request goes, and with which headers: the key is not among them. */
export function Destination({ sent }: { readonly sent: Sent }) {
  return (
    <section class="glass-part">
      <h3>{t('glassTo')}</h3>
      <code class="glass-code" dir="ltr">
        POST {sent.address}
      </code>
      <details>
        <summary>{t('glassHeaders')}</summary>
        <HeaderList headers={sent.headers} />
        <p class="glass-hint">{t('glassBrowserAdds')}</p>
      </details>
    </section>
  );
}

export function HeaderList({ headers }: { readonly headers: Headers }) {
  return (
    <dl class="glass-headers" dir="ltr">
      {headers.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value.includes(keyPlaceholder) ? <Masked value={value} /> : value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Masked({ value }: { readonly value: string }) {
  return (
    <>
      {value.replace(keyPlaceholder, '')}•••••• <bdi>({t('glassKey')})</bdi>
    </>
  );
}
