import { count } from '../../utils/core/format';
import type { Exchange } from '../../utils/core/glass/exchange';
import { hasEnded, type Turn } from '../../utils/core/runs/turn';
import { locale, t } from '../../utils/i18n';
import { HeaderList } from './Destination';

/** What came back beside the answer, as the service told it. */
export function Reply({ turn }: { readonly turn: Turn }) {
  const { exchange, pricing } = turn;
  if (pricing.kind === 'free' || (turn.sentAt === null && !exchange)) return null;
  return (
    <section class="glass-part">
      <h3>{t('glassBack')}</h3>
      {exchange ? <Told exchange={exchange} /> : <Untold turn={turn} />}
    </section>
  );
}

function Untold({ turn }: { readonly turn: Turn }) {
  return <p class="glass-hint">{t(hasEnded(turn.state) ? 'glassNotKept' : 'glassStill')}</p>;
}

function Told({ exchange }: { readonly exchange: Exchange }) {
  const { status, replied, usage } = exchange;
  return (
    <>
      {status === null && <p class="glass-hint">{t('glassNoReply')}</p>}
      <dl class="glass-rows tabular">
        {rowsOf(exchange).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {usage.length > 0 && <Usage usage={usage} />}
      {replied.length > 0 && (
        <details>
          <summary>{t('glassReplyHeaders')}</summary>
          <HeaderList headers={replied} />
        </details>
      )}
    </>
  );
}

function Usage({ usage }: { readonly usage: readonly string[] }) {
  return (
    <details>
      <summary>{t('glassUsage')}</summary>
      {usage.map((report, index) => (
        <code key={index} class="glass-code glass-text" dir="ltr">
          {report}
        </code>
      ))}
    </details>
  );
}

function rowsOf({ status, stopReason, attempts, replied, timing }: Exchange) {
  const time = (ms: number | null) => (ms === null ? null : milliseconds(ms));
  const id = replied.find(([name]) => name === 'request-id')?.[1] ?? null;
  const rows: readonly (readonly [string, string | null])[] = [
    [t('rowStatus'), status === null ? null : String(status)],
    [t('rowRequestId'), id],
    [t('rowStop'), stopReason],
    [t('rowAttempts'), attempts > 1 ? count(locale(), attempts) : null],
    [t('rowQueued'), time(timing.queued)],
    [t('rowFirstByte'), time(timing.firstByte)],
    [t('rowFirstWord'), time(timing.firstWord)],
    [t('rowWhole'), time(timing.whole)],
  ];
  return rows.filter(([, value]) => value !== null);
}

function milliseconds(ms: number): string {
  const style = { style: 'unit', unit: 'millisecond', unitDisplay: 'short' } as const;
  return new Intl.NumberFormat(locale(), style).format(ms);
}
