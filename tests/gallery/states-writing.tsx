import type { ComponentChild } from 'preact';
import { RunView } from '../../components/run/RunView';
import { builtIns } from '../../utils/core/actions/action';
import type { Replies } from '../../utils/messages/messages';
import { Acted, click } from './acted';
import { receipt, run, source, turn } from './data/runs';
import type { Texts } from './data/texts';

type States = Readonly<Record<string, () => ComponentChild>>;
type Asks = Parameters<typeof RunView>[0]['asks'];

const outcomes: readonly Replies['put-text'][] = [
  'written',
  'changed',
  'unclear',
  'ignored',
  'gone',
  'needs-gesture',
];

/** Answers that can be written into the page, and how that went. */
export function writingStates(texts: Texts, asks: Asks): States {
  const before = texts.passage;
  const words = before.split(' ');
  const mended = words
    .with(3, `${words[3]},`)
    .toSpliced(7, 1)
    .toSpliced(12, 0, words[2] ?? '')
    .join(' ');
  const written = (text: string, outcome: Replies['put-text'] = 'written') => {
    const place = { kind: 'field', frameId: 0 } as const;
    const turns = [turn({ kind: 'done' }, { text, receipt: receipt() })];
    const shown = run(source(before, texts.title, { place }), {
      action: builtIns.translate,
      turns,
    });
    const putText = async () => outcome;
    return <RunView run={shown} nameModel={(id) => id} asks={{ ...asks, putText }} />;
  };
  const put = [click('.write-back .primary')];
  return {
    'writing-changes': () => written(mended),
    'writing-another-text': () => written(texts.answer),
    'writing-nothing': () => written(before),
    ...Object.fromEntries(
      outcomes.map((outcome) => [
        `writing-${outcome}`,
        () => <Acted acts={put}>{written(mended, outcome)}</Acted>,
      ]),
    ),
    'writing-copy-menu': () => (
      <Acted acts={[click('.copy-more summary')]}>{written(mended)}</Acted>
    ),
  };
}
