import { History } from '../../components/history/History';
import type { Deletion } from '../../components/history/use-deleting';
import type { TextSearch } from '../../components/history/use-text-search';
import { RunView } from '../../components/run/RunView';
import { builtInIds, builtIns } from '../../utils/core/actions/action';
import { type Head, headOf, type Mark } from '../../utils/core/runs/head';
import { actionsOf, all, sitesOf } from '../../utils/core/runs/history';
import { Acted, click } from './acted';
import { reply } from './browser-stub';
import { receipt, run, source, turn } from './data/runs';
import type { Texts } from './data/texts';
import { nameModel, runAsks, type States } from './states-popup';
import '../../components/history/panes.css';

const nothing = () => undefined;
const hosts = ['example.org', 'trains.example', 'a-very-long-name-of-a-site.example.museum'];
const marks: readonly Mark[] = ['live', 'waiting', 'ended', 'ended', 'problem', 'ended'];

function headsOf(texts: Texts, count: number): readonly Head[] {
  return Array.from({ length: count }, (_, index) => {
    const title = texts.titles[index % texts.titles.length] ?? '';
    const head = headOf(
      run(source(texts.page, index === 3 ? texts.longTitle : title), {
        id: `run ${index}`,
        action: builtIns[builtInIds[index % builtInIds.length] ?? 'summarize'],
        createdAt: Date.now() - 1000 * 60 * 4 * (index * index * index + 1),
        turns: [
          turn(
            { kind: 'done' },
            {
              text: texts.answer,
              receipt: receipt({ cost: { kind: 'exact', nano: 234_400 * (index + 1) ** 2 } }),
            },
          ),
        ],
      }),
    );
    const site = hosts[index % hosts.length] ?? '';
    return { ...head, site, mark: marks[index] ?? 'ended', seen: index !== 2 };
  });
}

interface Shown {
  readonly heads: readonly Head[];
  readonly found?: readonly Head[];
  readonly unreadable?: readonly string[];
  readonly read?: 'all' | 'failed';
  readonly deletion?: Deletion;
  readonly inTab?: boolean;
  readonly opened?: string | null;
  readonly texts?: TextSearch;
}

function show(shown: Shown) {
  const { heads, found = heads, read = 'all', unreadable = [] } = shown;
  const query = found === heads ? all : { ...all, text: 'zzz', site: hosts[2] ?? null, days: 7 };
  return (
    <History
      heads={{ heads, unreadable, read }}
      found={found}
      offered={{ actions: actionsOf(heads), sites: sitesOf(heads, 50) }}
      query={query}
      searched={query}
      texts={shown.texts ?? { kind: found === heads ? 'none' : 'offered' }}
      now={Date.now()}
      opened={shown.opened ?? null}
      deletion={shown.deletion ?? { kind: 'none' }}
      inTab={shown.inTab ?? false}
      asks={{
        search: nothing,
        searchTexts: nothing,
        open: nothing,
        back: shown.inTab ? null : nothing,
        remove: nothing,
        undo: nothing,
        removeAll: nothing,
        removeUnreadable: nothing,
        saveUnreadable: async () => {},
        save: async () => {},
      }}
    />
  );
}

export function historyStates(texts: Texts): States {
  const heads = headsOf(texts, 20);
  const acted = (...selectors: string[]) => (
    <Acted acts={selectors.map(click)}>{show({ heads })}</Acted>
  );
  const opened = run(source(texts.page, texts.title), {
    turns: [turn({ kind: 'done' }, { text: texts.answer, receipt: receipt() })],
  });
  return {
    history: () => show({ heads }),
    'history-empty': () => show({ heads: [] }),
    'history-failed': () => show({ heads: [], read: 'failed' }),
    'history-database-damaged': () => {
      reply({ 'storage-trouble': 'damaged' });
      return show({ heads: [], read: 'failed' });
    },
    'history-found': () => show({ heads, found: heads.slice(5, 7) }),
    'history-no-hits': () => show({ heads, found: [] }),
    'history-searching-texts': () =>
      show({ heads, found: heads.slice(5, 7), texts: { kind: 'searching' } }),
    'history-found-in-texts': () =>
      show({ heads, found: heads.slice(5, 9), texts: { kind: 'done', count: 2 } }),
    'history-deleted': () => show({ heads, deletion: { kind: 'deleted', runIds: ['x'] } }),
    'history-not-deleted': () => show({ heads, deletion: { kind: 'failed' } }),
    'history-all-going': () => show({ heads, deletion: { kind: 'deleting-all' } }),
    'history-unreadable': () => show({ heads, unreadable: ['a', 'b'] }),
    'history-nothing-but-unreadable': () => show({ heads: [], unreadable: ['a'] }),
    'history-saving': () => acted('.history-foot .bar .button:not(.danger)'),
    'history-deleting-all': () => acted('.history-foot .danger'),
    'page-history': () => (
      <div class="history-panes gallery-window" data-open="true">
        {show({ heads, inTab: true, opened: 'run 4' })}
        <div class="view history-pane past-run">
          <RunView run={opened} nameModel={nameModel} asks={runAsks} />
        </div>
      </div>
    ),
  };
}
