import { tidyWords } from '../../utils/core/shield-words';
import { t } from '../../utils/i18n';
import type { Settings } from '../../utils/store/settings';
import { FormField } from './FormField';
import type { Part } from './search';
import type { Change } from './setting-parts';

/** What is hidden beside all that is personal, and where. */
export function shieldPart({ shieldWords, shieldedSites }: Settings, change: Change): Part {
  const [words, wordsHint] = [t('shieldWords'), t('shieldWordsHint')];
  const [sites, sitesHint] = [t('shieldSites'), t('shieldSitesHint')];
  return {
    id: 'shield',
    title: t('shieldSection'),
    intro: t('shieldIntro'),
    rows: [
      {
        id: 'shieldWords',
        words: [words, wordsHint],
        content: (
          <FormField label={words} hint={wordsHint}>
            <Lines lines={shieldWords} onChange={(shieldWords) => change({ shieldWords })} />
          </FormField>
        ),
      },
      {
        id: 'shieldedSites',
        words: [sites, sitesHint, ...shieldedSites],
        content: (
          <FormField label={sites} hint={sitesHint}>
            <Lines
              lines={shieldedSites}
              onChange={(lines) => change({ shieldedSites: lines.map(lowered) })}
            />
          </FormField>
        ),
      },
    ],
  };
}

function lowered(site: string): string {
  return site.toLowerCase();
}

interface Props {
  readonly lines: readonly string[];
  readonly onChange: (lines: readonly string[]) => void;
}

/** One entry per line, kept when the field is left. */
function Lines({ lines, onChange, ...named }: Props) {
  return (
    <textarea
      {...named}
      class="text-area"
      rows={Math.min(10, Math.max(3, lines.length + 1))}
      dir="auto"
      spellcheck={false}
      value={lines.join('\n')}
      onChange={(event) => onChange(tidyWords(event.currentTarget.value.split('\n')))}
    />
  );
}
