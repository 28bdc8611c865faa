import { actionTitle } from '../../utils/action-names';
import type { Action } from '../../utils/core/actions/action';
import { takesQuestion } from '../../utils/core/actions/instruction';
import { t } from '../../utils/i18n';
import type { Settings } from '../../utils/store/settings';
import { choiceRow } from './choice-row';
import { Shortcut } from './Shortcut';
import { type Shortcuts, Slots } from './Slots';
import type { Part, Row } from './search';
import type { Change } from './use-changes';

/** How Gloss is opened, and where actions can be started beside popup and panel. */
export function openingPart(
  settings: Settings,
  change: Change,
  actions: readonly Action[],
  shortcuts: Shortcuts,
): Part {
  const opens = shortcuts.keys._execute_action ?? null;
  const viewRow = choiceRow<Settings['menuView']>({
    name: 'menuView',
    legend: t('menuView'),
    chosen: settings.menuView,
    options: [
      { value: 'popup', label: t('menuViewPopup'), hint: t('menuViewPopupHint') },
      { value: 'panel', label: t('menuViewPanel'), hint: t('menuViewPanelHint') },
    ],
    onChoose: (menuView) => change({ menuView }),
  });
  const shortcutRow = {
    id: 'shortcut',
    words: [t('shortcutSection'), t('shortcutIntro'), opens ?? t('shortcutNone')],
    content: <Shortcut keys={opens} onChange={shortcuts.onKeys} />,
  };
  return {
    id: 'opening',
    title: t('openingSection'),
    rows: [viewRow, shortcutRow, ...placeRows(settings, change, actions, shortcuts)],
  };
}

/** Rows about where actions can be started beside popup and panel. */
function placeRows(
  { menuActions, slots }: Settings,
  change: Change,
  actions: readonly Action[],
  shortcuts: Shortcuts,
): readonly Row[] {
  const offered = actions.filter(({ input }) => input !== 'image');
  const inMenu = offered.filter((action) => action.id !== 'summarize' && !takesQuestion(action));
  return [
    {
      id: 'menuActions',
      words: [t('menuActionsSection'), t('menuActionsHint'), ...inMenu.map(actionTitle)],
      content: (
        <MenuActions
          actions={inMenu}
          chosen={menuActions}
          onChange={(menuActions) => change({ menuActions })}
        />
      ),
    },
    slotsRow(slots, change, offered, shortcuts),
    omniboxRow(),
  ];
}

function slotsRow(
  slots: Settings['slots'],
  change: Change,
  offered: readonly Action[],
  shortcuts: Shortcuts,
): Row {
  return {
    id: 'slots',
    words: [t('slotsSection'), t('slotsIntro')],
    content: (
      <Slots
        actions={offered.filter((action) => !takesQuestion(action))}
        slots={slots}
        {...shortcuts}
        onChange={(slots) => change({ slots })}
      />
    ),
  };
}

function omniboxRow(): Row {
  return {
    id: 'omnibox',
    words: [t('omniboxSection'), t('omniboxIntro'), 'gloss'],
    content: (
      <>
        <h3 class="row-title">{t('omniboxSection')}</h3>
        <p class="choice-hint">{t('omniboxIntro')}</p>
      </>
    ),
  };
}

interface MenuProps {
  readonly actions: readonly Action[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Which actions the right-click offers beside Summarize. */
function MenuActions({ actions, chosen, onChange }: MenuProps) {
  const put = (id: string, there: boolean) =>
    onChange(there ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <fieldset class="choice" aria-describedby="menu-actions-hint">
      <legend>{t('menuActionsSection')}</legend>
      <p class="choice-hint" id="menu-actions-hint">
        {t('menuActionsHint')}
      </p>
      <div class="pills">
        {actions.map((action) => (
          <label key={action.id} class="pill">
            <input
              type="checkbox"
              name="menuAction"
              value={action.id}
              checked={chosen.includes(action.id)}
              onChange={(event) => put(action.id, event.currentTarget.checked)}
            />
            <span>{actionTitle(action)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
