import { useMemo, useRef, useState } from 'preact/hooks';
import { diff } from '../../utils/core/diff';
import { leavingTogether, wordsIn } from '../../utils/core/shield/shield-source';
import { leftBehind } from '../../utils/core/source/left-behind';
import { withoutHash } from '../../utils/core/source/site';
import type { Source } from '../../utils/core/source/source';
import { type MessageKey, t } from '../../utils/i18n';
import type { Preview } from '../../utils/messages/preview-messages';
import { useKeptFocus } from '../use-kept-focus';
import { Changes } from './Changes';
import type { GlassSubject } from './subject';

/** What of the page is not sent: hidden, or not taken. */
export function LeftOut({ subject }: { readonly subject: GlassSubject }) {
  const { source, found, seePage } = subject;
  if (source.media || source.kind === 'pasted' || source.kind === 'link') return null;
  const hides = found !== null && found.length > 0;
  if (!hides && !seePage) return null;
  return (
    <section class="glass-part">
      <h3>{t('glassLeftOut')}</h3>
      {hides && <Hidden source={source} found={found} />}
      {seePage && <Untaken source={source} seePage={seePage} />}
    </section>
  );
}

function Hidden({ source, found }: Required<Pick<GlassSubject, 'source' | 'found'>>) {
  const pieces = useMemo(() => {
    const sent = leavingTogether(source, [], wordsIn(found), found ?? []).source;
    return diff(textsOf(source), textsOf(sent));
  }, [source, found]);
  return (
    <>
      <p class="glass-hint">{t('glassHidden')}</p>
      <Changes pieces={pieces} />
    </>
  );
}

function textsOf({ text, around }: Source): string {
  return around === undefined ? text : `${text}\n\n${around}`;
}

interface UntakenProps {
  readonly source: Source;
  readonly seePage: () => Promise<Preview>;
}

/** The page is read once more, and only when that is asked for. */
function Untaken({ source, seePage }: UntakenProps) {
  const [page, setPage] = useState<Preview | null>(null);
  const told = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone: what it says is read, and the way of Tab goes on from there.
  useKeptFocus(told, page === null ? 'asking' : 'told');
  const text = textOf(page, source);
  const pieces = useMemo(
    () => (text.kind === 'text' ? leftBehind(text.text, source.around ?? source.text) : []),
    [page],
  );
  if (page === null) {
    const look = () => void seePage().then(setPage, () => setPage(unreadable));
    return (
      <button type="button" class="link" onClick={look}>
        {t('glassCompare')}
      </button>
    );
  }
  const isAll = pieces.every(({ kind }) => kind === 'same');
  const note = text.kind === 'note' ? text.note : isAll ? 'glassAllSent' : 'glassStruck';
  return (
    <>
      <p ref={told} class="glass-hint" tabIndex={-1}>
        {t(note)}
      </p>
      {!isAll && <Changes pieces={pieces} />}
    </>
  );
}

const unreadable: Preview = { kind: 'problem', problem: { kind: 'page-forbids' } };

type PageText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'note'; readonly note: MessageKey };

function textOf(page: Preview | null, { address }: Source): PageText {
  if (page?.kind !== 'source') return { kind: 'note', note: 'glassClosedPage' };
  const isSame = withoutHash(page.source.address) === withoutHash(address);
  return isSame
    ? { kind: 'text', text: page.source.text }
    : { kind: 'note', note: 'glassOtherPage' };
}
