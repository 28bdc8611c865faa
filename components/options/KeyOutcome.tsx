import { useEffect, useRef } from 'preact/hooks';
import { plural, t } from '../../utils/i18n';
import type { KeyTest } from '../../utils/messages/key-messages';
import { problemWords } from '../problem-words';
import './key.css';

/** How the last test went, while it runs and after. */
export type Testing =
  | { readonly kind: 'none' }
  | { readonly kind: 'running' }
  | { readonly kind: 'ended'; readonly test: KeyTest };

interface Props {
  readonly testing: Testing;
  /** The endpoint, as the user calls it. */
  readonly service: string;
  /** Its key was there and is not any more. */
  readonly gone: boolean;
  /** Whether it wants a key at all. */
  readonly keyless: boolean;
}

/** What a test said, in words. */
export function KeyOutcome(props: Props) {
  const { tone, title, advice } = words(props);
  const line = useRef<HTMLParagraphElement>(null);
  const { testing } = props;
  // Below the places to keep a key, it may be out of sight of who pressed Enter in the field.
  useEffect(() => {
    if (testing.kind === 'ended') line.current?.scrollIntoView({ block: 'nearest' });
  }, [testing]);
  return (
    <p ref={line} class={`key-outcome ${tone}`} role="status">
      {title}
      {advice && <span>{advice}</span>}
    </p>
  );
}

interface Words {
  readonly tone: '' | 'muted' | 'good' | 'bad';
  readonly title: string;
  readonly advice: string;
}

function words({ testing, service, gone, keyless }: Props): Words {
  switch (testing.kind) {
    case 'running':
      return { tone: 'muted', title: t('testing'), advice: '' };
    case 'none':
      return gone
        ? { tone: 'bad', ...problemWords({ kind: 'key-gone' }, service) }
        : { tone: '', title: '', advice: '' };
    case 'ended':
      return ended(testing.test, service, keyless);
  }
}

function ended(test: KeyTest, service: string, keyless: boolean): Words {
  if (!test.ok) {
    const { title, advice } = problemWords(test.problem, service);
    const kept = keyless ? '' : `${t(test.saved ? 'keyKept' : 'keyNotSaved')} `;
    return { tone: 'bad', title, advice: kept + advice };
  }
  if (test.models !== null) {
    return { tone: 'good', title: plural('keyWorks', test.models), advice: '' };
  }
  const advice = t(keyless ? 'listsNoModels' : 'listsNoModelsKey');
  return { tone: '', title: t('answers'), advice };
}
