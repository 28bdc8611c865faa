import { useMemo, useState } from 'preact/hooks';
import { type BodyPart, partsOf } from '../../utils/core/glass/glass';
import { type Shares, sharesOf } from '../../utils/core/glass/glass-tokens';
import type { Range } from '../../utils/core/money/money';
import { pdfTokens } from '../../utils/core/pdf/limits';
import { imageTokens } from '../../utils/core/source/image';
import type { Media } from '../../utils/core/source/source';
import { t } from '../../utils/i18n';
import type { WholeRequest } from '../../utils/messages/glass-messages';
import { estimatedTokens } from '../token-words';
import { promptOf } from './billed';
import { LongText } from './LongText';
import { bytesWords, partWords } from './part-words';
import type { GlassSubject } from './subject';

interface Props {
  readonly request: WholeRequest;
  readonly subject: GlassSubject;
}

/** What a request says: its parts, each with what it is and what it takes. */
export function Body({ request, subject }: Props) {
  const [asJson, setAsJson] = useState(false);
  const parts = useMemo(() => partsOf(request.body), [request.body]);
  const { tokens, words } = promptOf(request, subject.turn);
  const shares = useMemo(
    () => sharesOf(parts, tokens, modelIn(parts), fileTokens(subject.source.media, parts)),
    [parts, tokens.low, tokens.high],
  );
  return (
    <section class="glass-part">
      <h3>{t('glassBody')}</h3>
      <p class="glass-hint tabular">
        {words} · {bytesWords(request.body)}
      </p>
      <label class="glass-switch">
        <input
          type="checkbox"
          name="as-json"
          checked={asJson}
          onChange={(event) => setAsJson(event.currentTarget.checked)}
        />
        {t('glassAsJson')}
      </label>
      <Parts {...{ parts, shares, subject, asJson }} />
    </section>
  );
}

interface PartsProps {
  readonly parts: readonly BodyPart[];
  readonly shares: Shares;
  readonly subject: GlassSubject;
  readonly asJson: boolean;
}

function Parts({ parts, shares, subject, asJson }: PartsProps) {
  return (
    <ol class="glass-parts">
      {parts.map((part, index) => {
        if (!asJson && (part.label === 'form' || part.text === '')) return null;
        const share = shares[index];
        return (
          <li key={index} class={`glass-is-${part.label}`}>
            <p class="glass-label">
              <span>{partWords(part, parts, subject.source)}</span>
              {share && <span class="tabular">{estimatedTokens(share)}</span>}
            </p>
            <LongText {...shown(part, asJson)} />
          </li>
        );
      })}
    </ol>
  );
}

/** JSON reads from left to right, a text in its own direction; of bytes there is nothing to read. */
function shown({ label, json, text }: BodyPart, asJson: boolean) {
  if (label === 'file') return { text: t('glassBase64', { size: bytesWords(json) }), code: false };
  return asJson || text === null ? { text: json, code: true } : { text, code: false };
}

function modelIn(parts: readonly BodyPart[]): string {
  const settings = parts.find(({ label }) => label === 'settings')?.json ?? '';
  return /"model":"([^"]+)"/.exec(settings)?.[1] ?? '';
}

function fileTokens(media: Media | null, parts: readonly BodyPart[]): Range {
  if (media?.kind === 'pdf') return pdfTokens(media);
  const tokens = media ? imageTokens(media, modelIn(parts)) : 0;
  return { low: tokens, high: tokens };
}
