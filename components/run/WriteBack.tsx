import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Change, diff, kept } from '../../utils/core/diff';
import type { Rewrite } from '../../utils/core/runs/rewrite';
import { t } from '../../utils/i18n';
import type { Replies } from '../../utils/messages/messages';
import type { Put } from '../../utils/page/order';
import '../button.css';
import './write-back.css';

export type PutText = (how: Put, text: string) => Promise<Replies['put-text']>;

interface Props {
  readonly rewrite: Rewrite;
  readonly onPut: PutText;
}

type Outcome = Replies['put-text'] | 'writing';

/** Share of a text below which it is another text, and not the same with changes. */
const alike = 0.5;

/** What an answer would change in the page, and the buttons that do it: nothing is written before. */
export function WriteBack({ rewrite, onPut }: Props) {
  const { before } = rewrite;
  const after = useWritten(rewrite);
  const pieces = useMemo(() => (after === null ? null : changesOf(before, after)), [before, after]);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [last, setLast] = useState<Put>('replace');
  if (after === null || pieces === null) return null;
  if (before === after) return <p class="run-note">{t('nothingToChange')}</p>;
  const busy = outcome === 'writing';
  const put = (how: Put) => {
    if (busy) return;
    setLast(how);
    setOutcome('writing');
    onPut(how, after).then(setOutcome, () => setOutcome('needs-gesture'));
  };
  return (
    <section class="write-back" aria-label={t('changes')}>
      <h3 class="eyebrow">{t('changes')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div class="changes" dir="auto" tabIndex={0}>
        {pieces.map(shown)}
      </div>
      <div class="bar">
        <PutButton kind="primary" busy={busy} name={t('replace')} onPut={() => put('replace')} />
        <PutButton kind="" busy={busy} name={t('insertAfter')} onPut={() => put('insert')} />
      </div>
      <p class={`run-note ${outcome === 'written' ? 'put-done' : ''}`} role="status">
        {outcome && outcome !== 'writing' && wordsFor(outcome, last)}
      </p>
    </section>
  );
}

interface PutProps {
  readonly kind: 'primary' | '';
  readonly busy: boolean;
  readonly name: string;
  readonly onPut: () => void;
}

/** Not disabled while it is busy: browsers would take the focus from it. */
function PutButton({ kind, busy, name, onPut }: PutProps) {
  return (
    <button type="button" class={`button ${kind}`} aria-disabled={busy} onClick={onPut}>
      {name}
    </button>
  );
}

/** The text as it would stand in the page; null while what makes it is being loaded. */
function useWritten({ kind, before, answer }: Rewrite): string | null {
  const [plain, setPlain] = useState<string | null>(null);
  useEffect(() => {
    if (kind === 'field') return;
    let wanted = true;
    import('../answer/forms').then(
      ({ inTheMannerOf }) => wanted && setPlain(inTheMannerOf(before, answer)),
      () => wanted && setPlain(answer),
    );
    return () => {
      wanted = false;
    };
  }, [kind, before, answer]);
  return kind === 'field' ? answer : plain;
}

function changesOf(before: string, after: string): readonly Change[] {
  const pieces = diff(before, after);
  if (kept(pieces) >= alike) return pieces;
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
}

function shown({ kind, text }: Change) {
  if (kind === 'same') return text;
  return kind === 'removed' ? <del>{text}</del> : <ins>{text}</ins>;
}

const refusals = {
  changed: 'put_changed',
  unclear: 'put_unclear',
  'too-long': 'put_tooLong',
  ignored: 'put_ignored',
  gone: 'put_gone',
  'needs-gesture': 'put_needsGesture',
} as const satisfies Record<Exclude<Outcome, 'writing' | 'written'>, string>;

function wordsFor(outcome: Exclude<Outcome, 'writing'>, how: Put): string {
  if (outcome !== 'written') return t(refusals[outcome]);
  return t(how === 'replace' ? 'put_replaced' : 'put_inserted');
}
