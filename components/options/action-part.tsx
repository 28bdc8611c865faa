import { builtInIds, builtIns } from '../../utils/core/action';
import { t } from '../../utils/i18n';
import type { Settings } from '../../utils/store/settings';
import { actionTitle } from '../action-words';
import { choiceRow } from './choice-row';
import { Shortcut } from './Shortcut';
import type { Part } from './search';
import type { Change } from './setting-parts';

export function actionsPart({ hiddenActions }: Settings, change: Change): Part {
  return {
    id: 'actions',
    title: t('actionsSection'),
    intro: t('actionsIntro'),
    rows: [
      {
        id: 'hiddenActions',
        words: builtInIds.map((id) => actionTitle(builtIns[id])),
        content: (
          <Offered hidden={hiddenActions} onChange={(hiddenActions) => change({ hiddenActions })} />
        ),
      },
    ],
  };
}

interface Props {
  readonly hidden: readonly string[];
  readonly onChange: (hidden: readonly string[]) => void;
}

/** Which actions the popup offers. Summarize stays: it is the one that works without a key. */
function Offered({ hidden, onChange }: Props) {
  const offer = (id: string, offered: boolean) =>
    onChange(offered ? hidden.filter((each) => each !== id) : [...hidden, id]);
  return (
    <fieldset class="choice" aria-labelledby="actions">
      <div class="pills">
        {builtInIds.map((id) => (
          <label key={id} class="pill">
            <input
              type="checkbox"
              name="action"
              value={id}
              checked={id === 'summarize' || !hidden.includes(id)}
              disabled={id === 'summarize'}
              onChange={(event) => offer(id, event.currentTarget.checked)}
            />
            <span>{actionTitle(builtIns[id])}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function openingPart(
  { menuView }: Settings,
  change: Change,
  shortcut: { readonly keys: string | null; readonly onChange: () => void },
): Part {
  const viewRow = choiceRow<Settings['menuView']>({
    name: 'menuView',
    legend: t('menuView'),
    chosen: menuView,
    options: [
      { value: 'popup', label: t('menuViewPopup'), hint: t('menuViewPopupHint') },
      { value: 'panel', label: t('menuViewPanel'), hint: t('menuViewPanelHint') },
    ],
    onChoose: (menuView) => change({ menuView }),
  });
  const shortcutRow = {
    id: 'shortcut',
    words: [t('shortcutSection'), t('shortcutIntro'), shortcut.keys ?? t('shortcutNone')],
    content: <Shortcut {...shortcut} />,
  };
  return { id: 'opening', title: t('openingSection'), rows: [viewRow, shortcutRow] };
}
