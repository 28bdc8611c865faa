import { actionTitle } from '../../utils/action-names';
import { builtInIds, builtIns } from '../../utils/core/actions/action';
import type { OwnAction } from '../../utils/core/actions/own-action';
import type { Model } from '../../utils/core/model';
import { t } from '../../utils/i18n';
import type { Settings } from '../../utils/store/settings';
import { ActionList, type OwnAsks } from './actions/ActionList';
import { ActionsFile } from './actions/ActionsFile';
import type { Outcome } from './actions/use-own-actions';
import type { Part } from './search';
import type { Change } from './use-changes';

export interface OwnProps {
  readonly actions: readonly OwnAction[];
  readonly outcome: Outcome;
  readonly asks: OwnAsks & {
    readonly take: (text: Promise<string> | null) => void;
    readonly undo: () => void;
  };
}

export function actionsPart(
  settings: Settings,
  { actions, outcome, asks }: OwnProps,
  models: readonly Model[],
  change: Change,
): Part {
  const names = [
    ...builtInIds.map((id) => actionTitle(builtIns[id])),
    ...actions.map(({ title }) => title),
  ];
  return {
    id: 'actions',
    title: t('actionsSection'),
    intro: t('actionsIntro'),
    rows: [
      {
        id: 'actionList',
        words: [...names, t('ownNew'), t('ownHide'), t('ownPrompt')],
        content: (
          <ActionList
            own={actions}
            settings={settings}
            models={models}
            asks={asks}
            change={change}
          />
        ),
      },
      {
        id: 'actionFile',
        words: [t('ownImport'), t('ownExport'), t('ownPaste')],
        content: (
          <ActionsFile own={actions} outcome={outcome} onImport={asks.take} onUndo={asks.undo} />
        ),
      },
    ],
  };
}
