import { type ComponentChild, cloneElement } from 'preact';
import { cheaperThan, comparisonOf, countOf } from '../../components/palette/start';
import { Preview } from '../../components/preview/Preview';
import type { SiteRuleHere } from '../../components/preview/use-site-rule';
import { OddLink } from '../../components/run/OddLink';
import { RunView } from '../../components/run/RunView';
import type { RunAsks } from '../../components/run/run-asks';
import { Skeleton } from '../../components/Skeleton';
import { builtIns } from '../../utils/core/actions/action';
import type { Controls } from '../../utils/core/actions/controls';
import { actionOf } from '../../utils/core/actions/own-action';
import { modelOf } from '../../utils/core/model';
import type { CheaperWays } from '../../utils/core/money/cheaper';
import type { Run } from '../../utils/core/runs/run';
import { leaving } from '../../utils/core/shield/shield-source';
import type { Source } from '../../utils/core/source/source';
import type { Preview as PreviewData } from '../../utils/messages/preview-messages';
import { Acted, click, press, type } from './acted';
import { reply, store } from './browser-stub';
import { noAmends } from './data/amends';
import { models } from './data/models';
import { ownAction } from './data/own-actions';
import { problems } from './data/problems';
import { between, confirming, failed, preview, receipt, run, source, turn } from './data/runs';
import { english, type Texts } from './data/texts';
import { budgetWith, compareStates, moneyStates } from './states-money';
import { writingStates } from './states-writing';

export type States = Readonly<Record<string, () => ComponentChild>>;

const nothing = () => undefined;

const cheaperWays: CheaperWays = {
  model: {
    atMost: 12_400_000,
    less: 0.8,
    endpointId: 'anthropic',
    model: 'claude-haiku-5-5',
    name: 'Claude Haiku 5.5',
  },
  shorter: { atMost: 31_000_000, less: 0.5, length: 'short' },
  selection: { atMost: 9_100_000, less: 0.85 },
  part: { atMost: 40_000_000, less: 0.35, share: 0.62, upTo: '7. The long way home' },
};

export const nameModel = (id: string) => modelOf(id, models).name;
export const runAsks = {
  stop: nothing,
  stopWaiting: nothing,
  send: nothing,
  choosePages: nothing,
  cancel: nothing,
  tryAgain: nothing,
  leave: nothing,
  remedy: nothing,
  paste: nothing,
  whatFits: async () => ({
    alone: false,
    part: { share: 0.62, upTo: '7. The long way home' },
    larger: null,
  }),
  tryFitting: nothing,
  cheaperWays: async () => cheaperWays,
  takeCheaper: nothing,
  putText: async () => 'written' as const,
  showPassage: async () => 'shown' as const,
  seePage: async () => ({ kind: 'problem', problem: { kind: 'page-forbids' } }) as const,
  keepOpen: nothing,
  ask: async () => true,
  keepDraft: nothing,
};

type Show = (shown: Run, asks?: Partial<RunAsks>) => ComponentChild;

const short = { prompt: { low: 1100, high: 1500 }, cost: { low: 110_000, high: 900_000 } };
const elsewhere = { endpointId: 'own', service: 'Gateway', origin: 'https://gateway.example.org' };

export function popupStates(texts: Texts): States {
  return {
    skeleton: () => <Skeleton />,
    'skeleton-late': () => <Skeleton lateAfter={0} />,
    ...previewStates(texts),
    ...runStates(texts),
    ...moneyStates(texts, runAsks),
    ...compareStates(texts),
    ...writingStates(texts, runAsks),
  };
}

const siteChoices: SiteRuleHere = {
  rule: { site: 'a-rather-long-name.example.org', action: 'explain', language: 'de', model: null },
  models,
  change: nothing,
};

const allActions = Object.values(builtIns);

function previewStates(texts: Texts): States {
  const here = source(texts.page, texts.title, { kind: 'page' });
  const show = (
    data: PreviewData,
    everything = false,
    remembered: Readonly<Record<string, Controls>> = {},
    site: SiteRuleHere | null = null,
    tabId = 1,
  ) => (
    <Preview
      preview={data}
      answerLanguage={null}
      actions={allActions}
      remembered={remembered}
      onControls={nothing}
      readQuestions={async () => []}
      nameModel={nameModel}
      onStart={nothing}
      everything={everything}
      onTake={nothing}
      picture={{
        isThere:
          data.kind === 'source'
            ? data.source.kind === 'page'
            : data.problem.kind === 'nothing-selected',
        isShown: false,
        take: nothing,
      }}
      amend={noAmends}
      glass={{
        requestFor: () => ({ kind: 'turn-request', runId: 'run', turnId: null }),
        comparisonFor: (choice, from) =>
          comparisonOf(data, { choice, source: from, controls: {} }, 1),
        cheaperFor: (choice, from) => cheaperThan(data, { choice, source: from, controls: {} }, 1),
        countFor: (choice, from) => countOf(data, { choice, source: from, controls: {} }, tabId),
        seePage: runAsks.seePage,
      }}
      onRemedy={nothing}
      onKeepOpen={nothing}
      onPaste={nothing}
      site={site}
      onHistory={nothing}
      onOptions={nothing}
    />
  );
  const problem = (problem: (typeof problems)[number]) => show({ kind: 'problem', problem });
  const inPreview = [
    'nothing-selected',
    'frame-unreadable',
    'only-a-frame',
    'page-forbids',
    'needs-gesture',
  ];
  return {
    'preview-selection': () => show(preview(source(texts.passage, texts.title))),
    'preview-page': () => show(preview(here)),
    'preview-above-limit': () => {
      reply({ budget: budgetWith(2), 'cheaper-before': cheaperWays });
      return show(preview(here));
    },
    'preview-no-key': () => show({ ...preview(here), hasKey: false }),
    'preview-database-damaged': () => {
      reply({ 'storage-trouble': 'damaged' });
      return show({ ...preview(here), hasKey: false });
    },
    'preview-storage-lost': () => {
      store({ loss: { what: 'settings', at: Date.now() } });
      return show(preview(here));
    },
    'preview-of-whole': () =>
      show({ ...preview({ ...here, whole: texts.page.length * 7 }), language: 'en' }),
    'preview-taken-unsure': () =>
      show(preview({ ...here, whole: texts.page.length * 2, unsure: true })),
    'preview-frame-left-out': () =>
      show(preview({ ...here, whole: texts.page.length * 2, frame: 'https://docs.example.org/' })),
    'preview-taken-everything': () => show(preview({ ...here, kind: 'everything' }), true),
    'preview-taken-all': () => show(preview({ ...here, kind: 'everything', unsure: true })),
    'preview-shielded': () => {
      const personal = { ...here, text: `ada@example.org 4111 1111 1111 1111\n${texts.page}` };
      const { source: sent, found } = leaving(personal, []);
      const shielded = { title: sent.title, text: sent.text, found: found ?? [] };
      return show({ ...preview(personal), shielded });
    },
    'preview-editing': () => (
      <Acted acts={[click('.edit-links .link')]}>{show(preview(here))}</Acted>
    ),
    ...Object.fromEntries(
      ['preview-counted', 'preview-count-failed', 'preview-counting', 'preview-count-locked'].map(
        (name, index) => [
          name,
          () => (
            <Acted acts={[click('.count .link')]}>
              {show(preview(here), false, {}, null, index + 1)}
            </Acted>
          ),
        ],
      ),
    ),
    'preview-pdf': () => show(preview(pdf(texts, 12, 1, 12))),
    'preview-pdf-cut': () =>
      show({
        ...preview({ ...pdf(texts, 700, 1, 327), part: { share: 0.4, upTo: null } }),
        unshielded: true,
      }),
    'preview-sources': () => {
      const told = {
        sources: { low: 420, high: 1100 },
        sourcesCost: { low: 42_000, high: 121_000 },
      };
      const shown = preview(here);
      const estimates = {
        ...shown.estimates,
        summarize: { ...shown.estimates.summarize, ...told },
      };
      return show({ ...shown, estimates }, false, { summarize: { sources: true } });
    },
    'preview-hidden-cut': () => show(preview({ ...here, hidden: 14, cut: 120_000 })),
    'preview-image': () => show(preview(picture(texts))),
    'preview-image-seen': () =>
      show(preview(picture(texts, { asSeen: true, oneFrame: true, original: undefined }))),
    'preview-site': () => show(preview(here), false, {}, siteChoices),
    'preview-site-not-kept': () =>
      cloneElement(show(preview(here), false, {}, siteChoices), { notKept: true }),
    'preview-long-title': () => show(preview({ ...here, title: texts.longTitle })),
    'preview-other-direction': () =>
      show(preview(source(english.passage, english.titles[4] ?? ''))),
    ...Object.fromEntries(
      problems
        .filter(({ kind }) => inPreview.includes(kind))
        .map((each) => [`preview-${each.kind}`, () => problem(each)]),
    ),
  };
}

function picture({ title }: Texts, change: object = {}) {
  const media = {
    kind: 'image' as const,
    type: 'image/png' as const,
    file: 'picture',
    width: 600,
    height: 400,
    original: { width: 6000, height: 4000 },
    ...change,
  };
  return source('', title, { kind: 'image', media });
}

function pdf(texts: Texts, pages: number, from: number, to: number): Source {
  const media = { kind: 'pdf', file: 'f', pages, from, to } as const;
  return { ...source('', texts.title), kind: 'pdf', media };
}

const showFirst = [click('.passages button')];

/** An answer of which each line rests on a sentence of what was sent. */
function cited(from: Source, answer: string): Run {
  const sentences = english.passage.split(/(?<=\.)\s/);
  const isPdf = from.media !== null;
  const citations = [...answer.matchAll(/$/gm)]
    .filter(({ index }) => index > 0 && answer[index - 1] !== '\n')
    .map(({ index }, line) => ({
      at: index,
      text: sentences[line % sentences.length] ?? '',
      pages: isPdf ? { from: line + 1, to: line + 1 + (line % 2) } : null,
    }));
  return run(from, {
    turns: [turn({ kind: 'done' }, { text: answer, citations, receipt: receipt() })],
  });
}

function runStates(texts: Texts): States {
  const from = source(texts.page, texts.title);
  const { answer, rich, longAnswer } = texts;
  const show: Show = (shown, asks = {}) => (
    <RunView run={shown} nameModel={nameModel} asks={{ ...runAsks, ...asks }} />
  );
  const one = (...[state, change]: Parameters<typeof turn>) =>
    show(run(from, { turns: [turn(state, change)] }));
  const ago = (ms: number) => Date.now() - ms;
  const partial = receipt({ final: false, cost: between });
  return {
    capturing: () => show(run(null, { state: { kind: 'capturing' } })),
    sending: () => one({ kind: 'sending' }),
    'sending-3s': () => one({ kind: 'sending' }, { sentAt: ago(3400) }),
    'sending-slow': () => one({ kind: 'sending' }, { sentAt: ago(18_000) }),
    retrying: () => one({ kind: 'retrying', at: ago(-12_000), problem: { kind: 'rate-limited' } }),
    'streaming-short': () => one({ kind: 'streaming' }, { text: answer.slice(0, 170) }),
    'streaming-long': () => one({ kind: 'streaming' }, { text: longAnswer.slice(0, 1500) }),
    done: () => one({ kind: 'done' }, { text: answer, receipt: receipt() }),
    'done-long': () => one({ kind: 'done' }, { text: longAnswer, receipt: receipt() }),
    'done-rich': () => one({ kind: 'done' }, { text: rich, receipt: receipt() }),
    'done-sources': () => show(cited({ ...from, kind: 'page' }, answer)),
    'done-sources-pdf': () => show(cited(pdf(texts, 90, 11, 20), answer)),
    'done-sources-gone': () => (
      <Acted acts={showFirst}>
        <RunView
          run={cited({ ...from, kind: 'page' }, answer)}
          nameModel={nameModel}
          asks={{ ...runAsks, showPassage: async () => 'gone' }}
        />
      </Acted>
    ),
    'done-odd-link': () => (
      <>
        {one({ kind: 'done' }, { text: answer, receipt: receipt() })}
        <OddLink
          address={`https://evil.test/take?it=${encodeURIComponent(texts.page.slice(0, 90))}`}
          oddity="carries"
          onClose={() => undefined}
        />
      </>
    ),
    'done-open-receipt': () => one({ kind: 'done' }, { text: answer, receipt: receipt() }),
    'stopped-open-receipt': () => one({ kind: 'stopped' }, { text: answer, receipt: partial }),
    stopped: () => one({ kind: 'stopped' }, { text: answer.slice(0, 170), receipt: partial }),
    'stopped-empty': () =>
      one(
        { kind: 'stopped' },
        {
          receipt: receipt({
            usage: null,
            final: false,
            cost: { kind: 'between', atLeast: 0, atMost: 878_400 },
          }),
        },
      ),
    'unknown-price': () =>
      one(
        { kind: 'done' },
        {
          text: answer,
          receipt: receipt({ model: 'claude-next-1', cost: { kind: 'unknown' }, pricedOn: null }),
        },
      ),
    private: () =>
      show(
        run(from, {
          private: true,
          turns: [turn({ kind: 'done' }, { text: answer, receipt: receipt() })],
        }),
      ),
    'again-gone': () => (
      <RunView
        run={run(from, { turns: [turn({ kind: 'done' }, { text: answer, receipt: receipt() })] })}
        gone
        nameModel={nameModel}
        asks={runAsks}
      />
    ),
    unsaved: () =>
      show(
        run(from, {
          saved: false,
          turns: [turn({ kind: 'done' }, { text: answer, receipt: receipt() })],
        }),
      ),
    'long-title': () =>
      show(
        run(
          { ...from, title: texts.longTitle },
          {
            action: actionOf(ownAction({ title: 'Wort'.repeat(50) })),
            turns: [turn({ kind: 'done' }, { text: answer, receipt: receipt() })],
          },
        ),
      ),
    'asked-at-length': () =>
      show(
        run(from, {
          action: builtIns.ask,
          question: texts.page.repeat(9),
          turns: [turn({ kind: 'done' }, { text: answer, receipt: receipt() })],
        }),
      ),
    'done-image': () =>
      show(
        run(picture(texts), {
          action: builtIns['describe-image'],
          turns: [turn({ kind: 'done' }, { text: answer, receipt: receipt() })],
        }),
      ),
    ...followUpStates(texts, show),
    confirming: () => show(confirming(from)),
    'confirming-pdf': () => show(confirming(pdf(texts, 40, 3, 20))),
    'confirming-pdf-unshielded': () => {
      const waiting = confirming(pdf(texts, 2, 1, 2), short);
      const { state } = waiting;
      if (state.kind !== 'confirming') return show(waiting);
      return show({ ...waiting, state: { ...state, unshielded: true } });
    },
    'confirming-cheaper': () => {
      const waiting = confirming(from, { prompt: { low: 1284, high: 1323 }, counted: 1284 });
      const state = { ...waiting.state, cheaper: true } as typeof waiting.state;
      return show({ ...waiting, state });
    },
    'confirming-unknown': () => show(confirming(from, { cost: null })),
    'confirming-sources': () => {
      const sources = { low: 1620, high: 17_600 };
      const sourcesCost = { low: 162_000, high: 1_936_000 };
      return show(confirming(from, { sources, sourcesCost }));
    },
    'confirming-always': () => show(confirming(from, short, { nano: 0, tokens: 50_000 })),
    'confirming-elsewhere': () => show(confirming(from, elsewhere)),
    ...Object.fromEntries(
      problems.map((problem) => [
        `problem-${problem.kind}`,
        () => show(failed(from, problem, answer.slice(0, 170))),
      ]),
    ),
  };
}

function followUpStates(texts: Texts, show: Show): States {
  const from = source(texts.page, texts.title);
  const question = `${texts.titles[1]}?`;
  const written = receipt({ saved: -31_000 });
  const read = receipt({ cost: { kind: 'exact', nano: 81_400 }, saved: 112_000 });
  const first = turn({ kind: 'done' }, { id: '1', text: texts.answer, receipt: receipt() });
  const second = turn(
    { kind: 'done' },
    { id: '2', question, text: texts.passage, receipt: written },
  );
  const third = { ...second, id: '3', receipt: read };
  const after = (...[state, change]: Parameters<typeof turn>) =>
    show(run(from, { turns: [first, turn(state, { id: '2', question, ...change })] }));
  return {
    'follow-up-planning': () =>
      show(run(from, { turns: [first], state: { kind: 'planning', question } })),
    'follow-up-sending': () => after({ kind: 'sending' }),
    'follow-up-streaming': () => after({ kind: 'streaming' }, { text: texts.answer.slice(0, 170) }),
    'follow-up-done': () => show(run(from, { turns: [first, second, third] })),
    'follow-up-typed': () => (
      <Acted acts={[type('.ask-box textarea', question)]}>
        {show(run(from, { turns: [{ ...first, usage: receipt().usage, final: true }] }))}
      </Acted>
    ),
    'follow-up-waits': () => (
      <Acted acts={[type('.ask-box textarea', question), press('.ask-box textarea', 'Enter')]}>
        {after({ kind: 'streaming' }, { text: texts.answer.slice(0, 170) })}
      </Acted>
    ),
    'follow-up-typed-too-long': () => (
      <Acted acts={[type('.ask-box textarea', question.repeat(500))]}>
        {show(run(from, { turns: [first] }))}
      </Acted>
    ),
    'follow-up-problem': () =>
      after({ kind: 'failed', problem: { kind: 'overloaded' } }, { sentAt: null }),
    'follow-up-too-long': () =>
      show(
        run(from, {
          turns: [
            { ...first, text: texts.answer.slice(0, 70) },
            turn(
              { kind: 'failed', problem: { kind: 'too-large', tokens: 214_000, limit: 200_000 } },
              { id: '2', question },
            ),
          ],
        }),
        {
          whatFits: async () => ({
            alone: true,
            part: null,
            larger: { id: 'claude-sonnet-5-5', name: 'Claude Sonnet 5.5' },
          }),
        },
      ),
    'follow-up-after-problem': () =>
      show(
        run(from, {
          turns: [first, turn({ kind: 'cut' }, { id: '2', question, text: texts.passage }), third],
        }),
      ),
    'follow-up-long-question': () =>
      after({ kind: 'streaming' }, { question: texts.page.repeat(9) }),
    'follow-up-confirming': () => {
      const waiting = confirming(from, short, { nano: 0, tokens: 50_000 });
      const { state } = waiting;
      if (state.kind !== 'confirming') return show(waiting);
      return show({ ...waiting, turns: [first], state: { ...state, question } });
    },
  };
}
