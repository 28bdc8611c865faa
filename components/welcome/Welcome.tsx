import type { ComponentChildren } from 'preact';
import type { NanoDollars } from '../../utils/core/money/money';
import { type MessageKey, t } from '../../utils/i18n';
import { StorageTrouble } from '../StorageTrouble';
import { Budget } from './Budget';
import { MenuStep } from './MenuStep';
import { PinStep } from './PinStep';
import '../button.css';
import './welcome.css';

interface Props {
  /** The sample with its answer, and the field for the key: they live by themselves. */
  readonly sample: ComponentChildren;
  readonly keyStep: ComponentChildren;
  readonly selectionAsked: boolean;
  /** As the browser writes it; null when none is set. */
  readonly shortcut: string | null;
  /** Null when the browser does not tell. */
  readonly pinned: boolean | null;
  readonly monthlyLimit: NanoDollars | null;
  readonly dailyLimit: NanoDollars | null;
  /** The limit that was chosen last could not be kept. */
  readonly notKept?: boolean;
  readonly onBudget: (limit: NanoDollars | null) => void;
  readonly onOptions: () => void;
}

/** The first minute, in one column: what is sent, a try without a key, and what may be set up. */
export function Welcome(props: Props) {
  return (
    <div class="welcome">
      <header>
        <p class="welcome-eyebrow">{t('welcomeTitle')}</p>
        <h1>{t('welcomeLead')}</h1>
      </header>
      <StorageTrouble />
      <Sent />
      {props.sample}
      <MenuStep asked={props.selectionAsked} shortcut={props.shortcut} />
      <PinStep pinned={props.pinned} />
      {props.keyStep}
      <Budget
        limit={props.monthlyLimit}
        daily={props.dailyLimit}
        notKept={props.notKept ?? false}
        onChoose={props.onBudget}
      />
      <footer class="welcome-end">
        <p>{t('welcomeEnd')}</p>
        <button type="button" class="button" onClick={props.onOptions}>
          {t('welcomeEndButton')}
        </button>
      </footer>
    </div>
  );
}

const sent: readonly MessageKey[] = [
  'welcomeSentText',
  'welcomeSentDevice',
  'welcomeSentServer',
  'welcomeSentPages',
];

function Sent() {
  return (
    <section aria-labelledby="sent">
      <h2 id="sent">{t('welcomeSent')}</h2>
      <ul class="welcome-sent">
        {sent.map((line) => (
          <li key={line}>{t(line)}</li>
        ))}
      </ul>
    </section>
  );
}
