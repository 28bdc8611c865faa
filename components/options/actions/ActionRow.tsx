import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { OwnAction } from '../../../utils/core/actions/own-action';
import { writeOwnFile } from '../../../utils/core/actions/own-file';
import { t } from '../../../utils/i18n';
import { CopyButton } from '../../CopyButton';
import { Icon } from '../../Icon';
import '../endpoint-row.css';
import './action-row.css';

interface Props {
  readonly id: string;
  readonly name: string;
  /** Null: a built-in one. */
  readonly own: OwnAction | null;
  readonly hidden: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (by: number) => void;
  readonly onHide: (hide: boolean) => void;
  readonly onEdit: (action: OwnAction) => void;
  /** Null: a copy could do nothing. */
  readonly onDuplicate: (() => void) | null;
  readonly onDelete: (action: OwnAction) => void;
  /** The form, while it is being written. */
  readonly children: ComponentChildren;
}

/** An action in the list; open, with all that can be done with it. */
export function ActionRow(props: Props) {
  const { hidden, children } = props;
  const [open, setOpen] = useState(false);
  const details = useId();
  return (
    <li class={hidden ? 'action-row hidden-action' : 'action-row'}>
      <Head {...props} open={open} details={details} onToggle={() => setOpen(!open)} />
      {/* What is being written stays, also while it is not shown. */}
      {(open || children) && (
        <div id={details} class="action-details" hidden={!open}>
          {children || <Deeds {...props} />}
        </div>
      )}
    </li>
  );
}

interface HeadProps extends Props {
  readonly open: boolean;
  /** Id of what opens. */
  readonly details: string;
  readonly onToggle: () => void;
}

function Head(props: HeadProps) {
  const { id, name, own, hidden, open, details, onToggle } = props;
  const remarks = [...(own ? [t('ownYours')] : []), ...(hidden ? [t('ownHidden')] : [])];
  const verb = t(open ? 'hideDetails' : 'showDetails');
  return (
    <div class="endpoint-head">
      <Moves {...props} />
      <span class="action-name">
        <bdi class="endpoint-name">{name}</bdi>
        {remarks.length > 0 && <span class="endpoint-state">{remarks.join(' · ')}</span>}
      </span>
      <button
        type="button"
        id={`action-${id}`}
        class="button quiet"
        aria-label={`${verb}: ${name}`}
        aria-expanded={open}
        aria-controls={open ? details : undefined}
        onClick={onToggle}
      >
        {verb}
      </button>
    </div>
  );
}

function Moves({ name, first, last, onMove }: Props) {
  const move = (label: string, by: number, disabled: boolean) => (
    <button
      type="button"
      class={`button quiet move ${by < 0 ? 'up' : 'down'}`}
      aria-label={`${label}: ${name}`}
      title={label}
      // Not `disabled`: what was moved to an end would lose the focus.
      aria-disabled={disabled}
      onClick={() => !disabled && onMove(by)}
    >
      <Icon name="chevron" />
    </button>
  );
  return (
    <span class="moves">
      {move(t('ownUp'), -1, first)}
      {move(t('ownDown'), 1, last)}
    </span>
  );
}

function Deeds({ id, own, hidden, onHide, onEdit, onDuplicate, onDelete }: Props) {
  return (
    <div class="buttons">
      {own && (
        <button type="button" class="button" onClick={() => onEdit(own)}>
          {t('ownEdit')}
        </button>
      )}
      {onDuplicate && (
        <button type="button" class="button" onClick={onDuplicate}>
          {t('ownDuplicate')}
        </button>
      )}
      {/* Summarize stays: it is the one that works without a key. */}
      {id !== 'summarize' && (
        <button type="button" class="button" onClick={() => onHide(!hidden)}>
          {t(hidden ? 'ownShow' : 'ownHide')}
        </button>
      )}
      {own && <CopyButton name={t('ownShare')} text={writeOwnFile([own])} plain />}
      {own && (
        <button type="button" class="button quiet danger" onClick={() => onDelete(own)}>
          {t('ownDelete')}
        </button>
      )}
    </div>
  );
}
