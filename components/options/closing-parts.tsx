import type { OwnAction } from '../../utils/core/actions/own-action';
import type { Restored } from '../../utils/core/backup';
import { type MessageKey, t } from '../../utils/i18n';
import type { Settings } from '../../utils/store/settings';
import { Backup } from './Backup';
import type { Part } from './search';

interface Restoring {
  readonly restored: Restored | null;
  readonly onRestore: (text: Promise<string> | null) => void;
}

export function backupPart(
  settings: Settings,
  own: readonly OwnAction[],
  { restored, onRestore }: Restoring,
): Part {
  return {
    id: 'backup',
    title: t('backupSection'),
    intro: t('backupIntro'),
    rows: [
      {
        id: 'backup',
        words: [t('backupDownload'), t('backupRestore')],
        content: <Backup settings={settings} own={own} restored={restored} onRestore={onRestore} />,
      },
    ],
  };
}

const privacy: readonly MessageKey[] = [
  'privacyChosen',
  'privacyAddress',
  'privacyServer',
  'privacyPages',
  'privacyStored',
];

export function privacyPart(): Part {
  const lines = privacy.map((line) => t(line));
  return {
    id: 'privacy',
    title: t('privacySection'),
    rows: [
      {
        id: 'privacy',
        words: lines,
        content: (
          <ul class="privacy">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ),
      },
    ],
  };
}
