import type { ComponentChildren } from 'preact';
import { moneyRange } from '../utils/core/format';
import type { Problem } from '../utils/core/problem';
import type { Kept } from '../utils/core/runs/kept';
import { type Remedy, remedyFor } from '../utils/core/runs/remedy';
import { locale, t } from '../utils/i18n';
import { underscored } from '../utils/underscored';
import { BeginDatabase } from './BeginDatabase';
import { Icon } from './Icon';
import { hostOf, problemWords } from './problem-words';
import { UnlockForm } from './UnlockForm';
import './button.css';
import './problem-notice.css';

interface Props {
  readonly problem: Problem;
  /** What to do about it, where that is not as usual. */
  readonly remedy?: Remedy;
  /** The endpoint that was asked, if one was. */
  readonly service?: string | undefined;
  /** What is safe; null where nothing was at stake. */
  readonly kept: Kept | null;
  readonly onRemedy: (remedy: Remedy) => void;
  /** What could be done before the button is pressed. */
  readonly children?: ComponentChildren;
}

/** What happened, what was kept, what to do, and one button. */
export function ProblemNotice(props: Props) {
  const { problem, remedy = remedyFor(problem), service, kept, onRemedy, children } = props;
  const { title, advice, detail } = problemWords(problem, service);
  const note = noteOn(remedy, kept);
  return (
    <section class="problem" aria-labelledby="problem-title">
      <h2 id="problem-title">
        <Icon name="warning" />
        {title}
      </h2>
      {detail !== null && (
        <p class="problem-detail" dir="auto">
          {detail}
        </p>
      )}
      {kept !== null && <p>{t(`kept_${underscored(kept)}`)}</p>}
      <p>{advice}</p>
      {children}
      <RemedyControl remedy={remedy} onRemedy={onRemedy} />
      {note !== null && <p class="problem-note">{note}</p>}
    </section>
  );
}

const free: ReadonlySet<Kept | null> = new Set([null, 'nothing-sent', 'not-charged']);

/** What it may cost, where nothing is charged a second time where nothing was; and what becomes of the answer. */
function noteOn(remedy: Remedy, kept: Kept | null): string | null {
  if (remedy.kind === 'send-unsaved') return t('goesUnsaved');
  if (remedy.kind === 'try-again-paid') return free.has(kept) ? null : t('mayCostAgain');
  if (remedy.kind !== 'go-on') return null;
  const cost = remedy.cost ? moneyRange(locale(), remedy.cost) : t('priceUnknown');
  return t('goOnCosts', { cost });
}

interface ControlProps {
  readonly remedy: Remedy;
  readonly onRemedy: (remedy: Remedy) => void;
}

/** Some take more than one click. */
function RemedyControl({ remedy, onRemedy }: ControlProps) {
  const done = () => onRemedy(remedy);
  if (remedy.kind === 'unlock') return <UnlockForm onOpened={done} />;
  if (remedy.kind === 'begin-database') return <BeginDatabase onBegun={done} />;
  return <RemedyButton remedy={remedy} onRemedy={onRemedy} />;
}

interface ButtonProps extends ControlProps {
  readonly remedy: Exclude<Remedy, { kind: 'unlock' | 'begin-database' }>;
}

function RemedyButton({ remedy, onRemedy }: ButtonProps) {
  if (remedy.kind === 'open-link') {
    return (
      <a class="button" href={remedy.url} target="_blank" rel="noreferrer">
        {t('remedy_open_link', { host: hostOf(remedy.url) })}
      </a>
    );
  }
  return (
    <button type="button" class="button" onClick={() => onRemedy(remedy)}>
      {label(remedy)}
    </button>
  );
}

function label(remedy: Exclude<ButtonProps['remedy'], { kind: 'open-link' }>): string {
  const host = 'origin' in remedy ? hostOf(remedy.origin) : '';
  return t(`remedy_${underscored(remedy.kind)}`, { host });
}
