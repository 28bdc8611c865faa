export type Headers = readonly (readonly [name: string, value: string])[];

/** What stands in the place of the key wherever it would be shown or stored: a shell fills it in. */
export const keyPlaceholder = '$ANTHROPIC_API_KEY';

/** A request beside its body: where it goes, and its headers without the key. */
export interface Sent {
  readonly address: string;
  readonly headers: Headers;
}

/** What else is known of a turn's last attempt than text and usage: as it went over the wire, the key never in it. */
export interface Exchange extends Sent {
  /** Null: no answer has come. */
  readonly status: number | null;
  /** Of the answer, the ones in `worthKeeping`. */
  readonly replied: Headers;
  /** As the service names it; null: it has not said. */
  readonly stopReason: string | null;
  /** The usage at the start and at the end as JSON, just as it was told. */
  readonly usage: readonly string[];
  readonly attempts: number;
  readonly timing: Timing;
}

/** ms since the turn began to be sent, but `queued`: for how long it had waited before. Null: it did not come so far. */
export interface Timing {
  readonly queued: number | null;
  readonly firstByte: number | null;
  readonly firstWord: number | null;
  readonly whole: number;
}

/** News of one attempt, as an endpoint has it. */
export type Noted =
  | { readonly kind: 'sent'; readonly sent: Sent }
  | { readonly kind: 'replied'; readonly status: number; readonly headers: Headers }
  /** What was told of usage, and at the end why it ended. */
  | { readonly kind: 'usage'; readonly usage: unknown; readonly stopReason: string | null };

/** Headers of an answer that say how a request was treated. None of them names the user or the organization. */
const worthKeeping =
  /^(request-id|x-request-id|retry-after(-ms)?|x-should-retry|anthropic-ratelimit-.+)$/;

/** UTF-16 units of a header's value, and of a usage report, that are kept. */
const [longestValue, longestReport] = [500, 4000];

/** The headers of an answer that are kept. */
export function keptHeaders(all: Iterable<readonly [string, string]>): Headers {
  return [...all]
    .filter(([name]) => worthKeeping.test(name.toLowerCase()))
    .map(([name, value]) => [name.toLowerCase(), value.slice(0, longestValue)]);
}

/** Headers as they may be shown: the key, wherever it is, is not in them. */
export function masked(all: Iterable<readonly [string, string]>, key: string | null): Headers {
  return [...all].map(([name, value]) => {
    const bare = key ? value.replaceAll(key, keyPlaceholder) : value;
    return [name.toLowerCase(), isSecret(name) ? withoutSecret(bare) : bare];
  });
}

/** Whether a header carries the key. */
export function isSecret(name: string): boolean {
  return ['x-api-key', 'authorization'].includes(name.toLowerCase());
}

/** Whatever stands there, and however it was written: only its scheme is kept. */
function withoutSecret(value: string): string {
  return value.startsWith('Bearer ') ? `Bearer ${keyPlaceholder}` : keyPlaceholder;
}

type Attempt = Omit<Exchange, 'attempts' | 'timing'>;

/** What is known of the attempts of a turn after one more piece of news; null before the first. */
export function withNews(
  known: (Attempt & Pick<Exchange, 'attempts'>) | null,
  news: Noted,
): (Attempt & Pick<Exchange, 'attempts'>) | null {
  if (news.kind === 'sent') {
    const attempts = (known?.attempts ?? 0) + 1;
    return { ...news.sent, status: null, replied: [], stopReason: null, usage: [], attempts };
  }
  if (!known) return null;
  if (news.kind === 'replied') return { ...known, status: news.status, replied: news.headers };
  const report = JSON.stringify(news.usage) ?? '';
  const first = known.usage.slice(0, 1);
  return {
    ...known,
    usage: report.length > longestReport || report === '' ? known.usage : [...first, report],
    stopReason: news.stopReason ?? known.stopReason,
  };
}
