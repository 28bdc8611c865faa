import {
  anthropicEndpoint,
  deviceEndpoint,
  type EndpointConfig,
  isDevice,
  knownAt,
} from '../../utils/core/endpoint';
import type { Model } from '../../utils/core/model';
import { t } from '../../utils/i18n';
import type { ModelLists } from '../../utils/store/models';
import type { Settings } from '../../utils/store/settings';
import type { EndpointAsks, EndpointState } from './EndpointItem';
import { EndpointList } from './EndpointList';
import { ModelPicker } from './ModelPicker';
import type { Part } from './search';
import type { Change } from './use-changes';

export function endpointPart(
  settings: Settings,
  states: Readonly<Record<string, EndpointState>>,
  asks: EndpointAsks,
  change: Change,
): Part {
  const { endpoints, endpoint: chosen } = settings;
  const own = endpoints.flatMap(({ name, baseUrl }) => [name, baseUrl]);
  return {
    id: 'endpoints',
    title: t('endpointSection'),
    intro: t('endpointIntro'),
    rows: [
      {
        id: 'endpoints',
        words: [
          ...own,
          t('onThisDevice'),
          t('addEndpoint'),
          t('keyLabel'),
          t('testAgain'),
          t('priceSection'),
        ],
        content: (
          <EndpointList
            endpoints={endpoints}
            chosen={chosen}
            states={states}
            asks={{ ...asks, choose: (endpoint) => change({ endpoint }) }}
          />
        ),
      },
    ],
  };
}

export function modelPart(
  settings: Settings,
  lists: ModelLists,
  now: number,
  change: Change,
): Part {
  const asked = askedOf(settings);
  const models = lists[asked.id] ?? [];
  const choose = (model: string) =>
    change({
      endpoints: settings.endpoints.map((each) =>
        each.id === asked.id ? { ...each, model } : each,
      ),
    });
  return {
    id: 'model',
    title: t('modelSection'),
    ...(!isDevice(asked) && { intro: t('modelIntro') }),
    rows: [
      {
        id: 'model',
        words: [asked.name, asked.model, ...models.flatMap(({ id, name }) => [id, name])],
        content: <ModelPicker endpoint={asked} models={models} now={now} onChoose={choose} />,
      },
    ],
  };
}

function askedOf({ endpoints, endpoint }: Settings): EndpointConfig {
  if (endpoint === deviceEndpoint.id) return deviceEndpoint;
  return endpoints.find(({ id }) => id === endpoint) ?? anthropicEndpoint;
}

/** What the endpoint that is asked can answer with. */
export function offeredModels(settings: Settings, lists: ModelLists): readonly Model[] {
  const asked = askedOf(settings);
  return knownAt(asked, lists[asked.id] ?? []);
}
