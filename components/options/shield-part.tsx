import { useLayoutEffect, useRef } from 'preact/hooks';
import { tidyWords } from '../../utils/core/shield/shield-words';
import { siteMeant } from '../../utils/core/source/site';
import { t } from '../../utils/i18n';
import type { Settings } from '../../utils/store/settings';
import { FormField } from './FormField';
import type { Part } from './search';
import type { Change } from './use-changes';

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
            <Lines
              lines={shieldWords}
              tidy={tidyWords}
              onChange={(shieldWords) => change({ shieldWords })}
            />
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
              tidy={tidySites}
              onChange={(shieldedSites) => change({ shieldedSites })}
            />
          </FormField>
        ),
      },
    ],
  };
}

function tidySites(lines: readonly string[]): readonly string[] {
  return tidyWords(lines.map(siteMeant));
}

interface Props {
  readonly lines: readonly string[];
  /** What is kept of what was typed. */
  readonly tidy: (lines: readonly string[]) => readonly string[];
  readonly onChange: (lines: readonly string[]) => void;
}

/** One entry per line, kept when the field is left. */
function Lines({ lines, tidy, onChange, ...named }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const kept = lines.join('\n');
  // Only what is kept newly is written: what is being typed meanwhile stays.
  useLayoutEffect(() => {
    if (field.current) field.current.value = kept;
  }, [kept]);
  return (
    <textarea
      {...named}
      ref={field}
      class="text-area"
      rows={Math.min(10, Math.max(3, lines.length + 1))}
      dir="auto"
      spellcheck={false}
      onChange={({ currentTarget }) => {
        const tidied = tidy(currentTarget.value.split('\n'));
        currentTarget.value = tidied.join('\n');
        onChange(tidied);
      }}
    />
  );
}
