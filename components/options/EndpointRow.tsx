import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../utils/i18n';
import './endpoint-row.css';

interface Props {
  readonly id: string;
  readonly name: string;
  /** Null: nowhere. */
  readonly address: string | null;
  readonly remarks: readonly string[];
  /** Whether it is the one that is asked. */
  readonly chosen: boolean;
  readonly open?: boolean;
  readonly onChoose: () => void;
  readonly onToggle?: () => void;
  /** What is shown while it is open. */
  readonly children?: ComponentChildren;
}

/** Name, address and state of an endpoint, to choose it by. */
export function EndpointRow(props: Props) {
  const { id, name, open = false, onToggle, children } = props;
  const details = useId();
  return (
    <div class="endpoint">
      <div class="endpoint-head">
        <EndpointChoice {...props} />
        {onToggle && (
          <button
            type="button"
            id={`endpoint-${id}`}
            class="button quiet"
            aria-expanded={open}
            aria-controls={open ? details : undefined}
            onClick={onToggle}
          >
            {t(open ? 'hideDetails' : 'showDetails')}
            <span class="visually-hidden">{name}</span>
          </button>
        )}
      </div>
      {open && (
        <div id={details} class="endpoint-details">
          {children}
        </div>
      )}
    </div>
  );
}

function EndpointChoice({ id, name, address, remarks, chosen, onChoose }: Props) {
  const own = useId();
  return (
    <label>
      <input
        type="radio"
        name="endpoint"
        value={id}
        checked={chosen}
        aria-labelledby={`${own}-name`}
        aria-describedby={`${own}-state`}
        onChange={onChoose}
      />
      <span id={`${own}-name`} class="endpoint-name">
        {name}
      </span>
      <span id={`${own}-state`} class="endpoint-state">
        {address && <bdi dir="ltr">{address}</bdi>}
        {remarks.map((remark) => (
          <span key={remark}>{remark}</span>
        ))}
      </span>
    </label>
  );
}
