import { useEffect, useState } from 'preact/hooks';
import { deviceEndpoint, type EndpointConfig, originOf } from '../../utils/core/endpoint';
import { t } from '../../utils/i18n';
import { AddEndpoint } from './AddEndpoint';
import { type EndpointAsks, EndpointItem, type EndpointState } from './EndpointItem';
import { EndpointRow } from './EndpointRow';
import { useFocusById } from './use-focus-by-id';

export interface ListAsks extends EndpointAsks {
  readonly choose: (endpointId: string) => void;
}

interface Props {
  readonly endpoints: readonly EndpointConfig[];
  readonly chosen: string;
  /** By the endpoint's id. */
  readonly states: Readonly<Record<string, EndpointState>>;
  readonly asks: ListAsks;
}

/** Of an endpoint that was added a moment ago. */
const unknown: EndpointState = {
  key: { kind: 'none' },
  lock: { kind: 'none' },
  testing: { kind: 'none' },
  allowed: true,
  models: [],
};

/** Who can be asked: Anthropic, endpoints of the user's own, and the device itself. */
export function EndpointList({ endpoints, chosen, states, asks }: Props) {
  const [open, setOpen] = useState<string | null>(chosen);
  const focus = useFocusById();
  // Whoever is asked is open, also when it was chosen by a backup.
  useEffect(() => setOpen(chosen), [chosen]);
  const add = (config: Omit<EndpointConfig, 'id'>) => {
    const id = crypto.randomUUID();
    asks.save({ ...config, id });
    setOpen(id);
    focus(`endpoint-${id}`);
  };
  const remove = (id: string) => {
    asks.remove(id);
    setOpen(null);
    focus('add-endpoint');
  };
  return (
    <>
      <fieldset class="endpoints" aria-label={t('endpointsLegend')}>
        {endpoints.map((endpoint) => (
          <EndpointItem
            key={endpoint.id}
            endpoint={endpoint}
            state={states[endpoint.id] ?? unknown}
            chosen={endpoint.id === chosen}
            open={endpoint.id === open}
            onChoose={() => asks.choose(endpoint.id)}
            onToggle={() => setOpen(endpoint.id === open ? null : endpoint.id)}
            shared={isShared(endpoint, endpoints)}
            asks={{ ...asks, remove }}
          />
        ))}
        <DeviceRow chosen={chosen} onChoose={asks.choose} />
      </fieldset>
      <AddEndpoint onAdd={add} />
    </>
  );
}

interface DeviceProps {
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

function DeviceRow({ chosen, onChoose }: DeviceProps) {
  const { id } = deviceEndpoint;
  return (
    <EndpointRow
      id={id}
      name={t('onThisDevice')}
      address={null}
      remarks={[t('deviceExplained')]}
      chosen={id === chosen}
      onChoose={() => onChoose(id)}
    />
  );
}

function isShared(endpoint: EndpointConfig, all: readonly EndpointConfig[]): boolean {
  return all.some((each) => each.id !== endpoint.id && originOf(each) === originOf(endpoint));
}
