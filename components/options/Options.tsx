import { useState } from 'preact/hooks';
import { builtInIds, builtIns } from '../../utils/core/actions/action';
import { actionOf } from '../../utils/core/actions/own-action';
import type { Restored } from '../../utils/core/backup';
import { locale, t } from '../../utils/i18n';
import type { LockStatus } from '../../utils/store/lock';
import type { ModelLists } from '../../utils/store/models';
import type { Settings } from '../../utils/store/settings';
import { StorageLost } from '../StorageLost';
import { StorageTrouble } from '../StorageTrouble';
import { actionsPart, type OwnProps } from './action-part';
import { endpointPart, modelPart, offeredModels } from './answering-parts';
import { Contents } from './Contents';
import { backupPart, privacyPart } from './closing-parts';
import type { EndpointAsks, EndpointState } from './EndpointItem';
import { keepingPart } from './keeping-part';
import { languagePart } from './language-part';
import { lockParts } from './lock-part';
import { lookPart } from './look-part';
import { openingPart } from './opening-part';
import { PartView } from './PartView';
import { SearchField } from './SearchField';
import type { ShortcutKeys } from './Slots';
import { find, type Part } from './search';
import { shieldPart } from './shield-part';
import { sitesPart } from './sites-part';
import { spendingPart } from './spending-part';
import type { Change, Saving } from './use-changes';
import '../button.css';
import './options.css';

export interface OptionsAsks extends EndpointAsks {
  readonly change: Change;
  /** `text`: of a backup; null: it is too large to be one. */
  readonly restore: (text: Promise<string> | null) => void;
  readonly changeShortcut: () => void;
}

interface Props {
  readonly settings: Settings;
  readonly models: ModelLists;
  readonly own: OwnProps;
  readonly states: Readonly<Record<string, EndpointState>>;
  readonly lock: LockStatus;
  readonly shortcuts: ShortcutKeys;
  readonly saving: Saving;
  readonly restored: Restored | null;
  readonly now: number;
  readonly asks: OptionsAsks;
}

/** All that can be chosen, in one column. */
export function Options(props: Props) {
  const [query, setQuery] = useState('');
  const parts = partsOf(props);
  const found = find(parts, query, locale());
  return (
    <div class="options">
      <h1>{t('optionsTitle')}</h1>
      <StorageTrouble />
      <StorageLost now={props.now} />
      <SearchField
        query={query}
        nothing={found.size === 0}
        saving={props.saving}
        onSearch={setQuery}
      />
      <div class="options-body">
        <Contents parts={parts} found={found} />
        <div class="parts">
          {parts.map((part) => (
            <PartView key={part.id} part={part} shown={found.get(part.id) ?? null} />
          ))}
        </div>
      </div>
    </div>
  );
}

function partsOf(props: Props) {
  const { settings, models, own, states, lock, now, shortcuts, restored, asks } = props;
  const { change } = asks;
  const actions = [...builtInIds.map((id) => builtIns[id]), ...own.actions.map(actionOf)];
  const parts: readonly Part[] = [
    endpointPart(settings, states, asks, change),
    ...lockParts(settings, lock, asks.key, change),
    modelPart(settings, models, now, change),
    actionsPart(settings, own, offeredModels(settings, models), change),
    languagePart(settings, change),
    lookPart(settings, change),
    openingPart(settings, change, actions, { keys: shortcuts, onKeys: asks.changeShortcut }),
    sitesPart(settings, actions, Object.values(models).flat(), change),
    spendingPart(settings, change),
    keepingPart(settings, change),
    shieldPart(settings, change),
    backupPart(settings, own.actions, { restored, onRestore: asks.restore }),
    privacyPart(),
  ];
  return parts;
}
