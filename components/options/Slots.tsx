import { actionTitle } from '../../utils/action-names';
import type { Action } from '../../utils/core/actions/action';
import { t } from '../../utils/i18n';
import { option, SelectBox } from '../SelectBox';
import './slots.css';

/** The keys of all shortcuts, and where others are chosen. */
export interface Shortcuts {
  readonly keys: ShortcutKeys;
  /** Opens the browser's own page for it. */
  readonly onKeys: () => void;
}

interface Props extends Shortcuts {
  readonly actions: readonly Action[];
  readonly slots: readonly (string | null)[];
  readonly onChange: (slots: readonly (string | null)[]) => void;
}

/** The shortcuts that actions can be put on, with their keys as they are now. */
export function Slots({ actions, slots, keys, onChange, onKeys }: Props) {
  const put = (at: number, id: string) =>
    onChange(slots.map((each, index) => (index === at ? id || null : each)));
  return (
    <>
      <h3 class="row-title">{t('slotsSection')}</h3>
      <p class="choice-hint">{t('slotsIntro')}</p>
      {slots.map((id, at) => (
        <Slot
          key={`slot-${at + 1}`}
          number={at + 1}
          actions={actions}
          chosen={id}
          keys={keys}
          onChoose={(chosen) => put(at, chosen)}
        />
      ))}
      <button type="button" class="button" onClick={onKeys}>
        {t('slotsChange')}
      </button>
    </>
  );
}

interface SlotProps extends Pick<Props, 'actions' | 'keys'> {
  /** From 1. */
  readonly number: number;
  readonly chosen: string | null;
  /** Empty: nothing. */
  readonly onChoose: (id: string) => void;
}

function Slot({ number, actions, chosen, keys, onChoose }: SlotProps) {
  const name = `slot-${number}`;
  const label = t('slotLabel', { number });
  return (
    <p class="slot">
      {/* For the eye; the list has the same name. */}
      <span aria-hidden="true">{label}</span>
      <SelectBox label={label} name={name} value={chosen ?? ''} onChange={onChoose}>
        <option value="">{t('slotNothing')}</option>
        {actions.map((action) => option(action.id, actionTitle(action)))}
      </SelectBox>
      {keys[name] ? (
        <kbd dir="ltr">{keys[name]}</kbd>
      ) : (
        <span class="muted">{t('shortcutNone')}</span>
      )}
    </p>
  );
}

/** The keys of a shortcut as the browser writes them, by the shortcut's name; those without any are not in it. */
export type ShortcutKeys = Readonly<Record<string, string>>;
