import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { actionTitle } from '../../../utils/action-names';
import { type BuiltInId, builtInIds, builtIns } from '../../../utils/core/actions/action';
import { inUsersOrder, moved, placedAfter } from '../../../utils/core/actions/action-order';
import type { OwnAction } from '../../../utils/core/actions/own-action';
import type { Model } from '../../../utils/core/model';
import { t } from '../../../utils/i18n';
import type { PlannedAction } from '../../../utils/messages/action-messages';
import type { Settings } from '../../../utils/store/settings';
import type { Change } from '../use-changes';
import { useFocusById } from '../use-focus-by-id';
import { ActionForm } from './ActionForm';
import { ActionRow } from './ActionRow';
import { copyOf, copyOfBuiltIn, newAction } from './new-action';

export interface OwnAsks {
  readonly plan: (action: OwnAction) => Promise<PlannedAction>;
  /** Called in the click. Whether it is stored: what is not, goes on being written. */
  readonly save: (action: OwnAction) => Promise<boolean>;
  readonly remove: (action: OwnAction) => void;
}

interface Props {
  readonly own: readonly OwnAction[];
  readonly settings: Pick<Settings, 'hiddenActions' | 'actionOrder'>;
  /** Models that can be asked. */
  readonly models: readonly Model[];
  readonly asks: OwnAsks;
  readonly change: Change;
}

/** What is being written: a new action, or one of the list. Several may be, so that none takes the place of another's words. */
interface Writing {
  readonly action: OwnAction;
  /** Id of the action in whose place the form is shown; null: below the list. */
  readonly at: string | null;
}

/** All actions, built-in and own, in the user's order; and the forms of those that are being written. */
export function ActionList(props: Props) {
  const { own, settings, asks, change } = props;
  const focus = useFocusById();
  const ids = inUsersOrder([...builtInIds, ...own.map(({ id }) => id)], settings.actionOrder);
  const { writings, write, end } = useWritings();
  const save = async (at: string | null, action: OwnAction) => {
    if (!(await asks.save(action))) return;
    if (at !== null && !ids.includes(action.id)) {
      change({ actionOrder: placedAfter(ids, action.id, at) });
    }
    end(at, action.id);
  };
  const remove = (action: OwnAction) => {
    asks.remove(action);
    focus('new-action');
  };
  const formAt = (at: string | null) => {
    const writing = writings.find((each) => each.at === at);
    return (
      writing && (
        <ActionForm
          key={writing.action.id}
          action={writing.action}
          models={props.models}
          plan={asks.plan}
          onSave={(action) => void save(at, action)}
          onCancel={() => end(at)}
        />
      )
    );
  };
  return (
    <>
      <Rows {...props} ids={ids} formAt={formAt} onWrite={write} onDelete={remove} />
      {own.length === 0 && <p class="hint">{t('ownNone')}</p>}
      {formAt(null) || <NewAction onNew={() => write({ action: newAction(), at: null })} />}
    </>
  );
}

/** What is being written, and how that begins and ends; then the focus goes to the row of `id`, or to where a new one begins. */
function useWritings() {
  const [writings, setWritings] = useState<readonly Writing[]>([]);
  const focus = useFocusById();
  return {
    writings,
    write: (writing: Writing) => setWritings((before) => [...before, writing]),
    end(at: string | null, id = at): void {
      setWritings((before) => before.filter((each) => each.at !== at));
      focus(id === null ? 'new-action' : `action-${id}`);
    },
  };
}

function NewAction({ onNew }: { readonly onNew: () => void }) {
  return (
    <button type="button" id="new-action" class="button add-endpoint" onClick={onNew}>
      {t('ownNew')}
    </button>
  );
}

interface RowsProps extends Props {
  readonly ids: readonly string[];
  readonly formAt: (id: string) => ComponentChildren;
  readonly onWrite: (writing: Writing) => void;
  readonly onDelete: (action: OwnAction) => void;
}

function Rows({ own, settings, change, ids, formAt, onWrite, onDelete }: RowsProps) {
  const { hiddenActions: hidden, actionOrder } = settings;
  const others = (id: string) => hidden.filter((each) => each !== id);
  return (
    <ul class="action-list" aria-labelledby="actions">
      {ids.map((id, index) => (
        <ActionRow
          key={id}
          id={id}
          name={nameOf(id, own)}
          own={own.find((each) => each.id === id) ?? null}
          hidden={hidden.includes(id)}
          first={index === 0}
          last={index === ids.length - 1}
          onMove={(by) => change({ actionOrder: moved(ids, id, by) })}
          onHide={(hide) => change({ hiddenActions: hide ? [...others(id), id] : others(id) })}
          onEdit={(action) => onWrite({ action, at: id })}
          onDuplicate={isOfText(id) ? () => onWrite({ action: copied(id, own), at: id }) : null}
          onDelete={(action) => {
            // Brought back, it is to stand where it stood.
            if (!actionOrder.includes(id)) change({ actionOrder: ids });
            onDelete(action);
          }}
        >
          {formAt(id)}
        </ActionRow>
      ))}
    </ul>
  );
}

/** Own actions are for texts: a copy of one for images could do nothing. */
function isOfText(id: string): boolean {
  return !isBuiltIn(id) || builtIns[id].input !== 'image';
}

function isBuiltIn(id: string): id is BuiltInId {
  return builtInIds.some((each) => each === id);
}

function nameOf(id: string, own: readonly OwnAction[]): string {
  return isBuiltIn(id)
    ? actionTitle(builtIns[id])
    : (own.find((each) => each.id === id)?.title ?? '');
}

function copied(id: string, own: readonly OwnAction[]): OwnAction {
  const title = t('ownCopyOf', { name: nameOf(id, own) });
  if (isBuiltIn(id)) return copyOfBuiltIn(builtIns[id], title);
  const found = own.find((each) => each.id === id);
  return found ? copyOf(found, title) : newAction();
}
