import { Preview } from '../../components/preview/Preview';
import { builtIns } from '../../utils/core/actions/action';
import type { Controls } from '../../utils/core/actions/controls';
import { actionOf } from '../../utils/core/actions/own-action';
import { type Act, Acted, click, press, type } from './acted';
import { noAmends } from './data/amends';
import { ownAction } from './data/own-actions';
import { preview, source } from './data/runs';
import type { Texts } from './data/texts';
import type { States } from './states-popup';

const nothing = () => undefined;
const bothTitle = 'In its context';
const both = actionOf(
  ownAction({ title: bothTitle, prompt: '{{selection}} in {{page}}', input: 'both' }),
);
const into = (text: string) => type('.box', text);
const down = (times: number) => Array.from({ length: times }, () => press('.box', 'ArrowDown'));

/** The box in what it can show. */
export function paletteStates(texts: Texts): States {
  const here = preview(source(texts.page, texts.title, { kind: 'page' }));
  const inPage = preview(source(texts.passage, texts.title, { around: texts.page }));
  const show = (
    acts: readonly Act[],
    remembered: Readonly<Record<string, Controls>> = {},
    found = here,
  ) => (
    <Acted acts={acts}>
      <Preview
        preview={found}
        answerLanguage={null}
        actions={[...Object.values(builtIns), both]}
        remembered={remembered}
        onControls={nothing}
        readQuestions={async () => []}
        nameModel={() => 'Claude Haiku 5.5'}
        onStart={nothing}
        everything={false}
        onTake={nothing}
        picture={{ isThere: false, isShown: false, take: nothing }}
        amend={noAmends}
        onRemedy={nothing}
        onKeepOpen={nothing}
        onPaste={nothing}
        site={null}
        onHistory={nothing}
        onOptions={nothing}
      />
    </Acted>
  );
  return {
    'box-filtered': () => show([into('ex')]),
    'box-question': () => show([into(texts.longTitle)]),
    'box-too-long': () => show([into('?'.repeat(10_001))]),
    'box-last': () => show(down(7)),
    'box-rewrite': () => show(down(6)),
    'box-chosen': () =>
      show([], { summarize: { length: 'detailed', format: 'table', language: 'zh-Hant' } }),
    'box-both-texts': () =>
      show([into(bothTitle), click('.preview-source details:not(.site) summary')], {}, inPage),
    'box-one-line': () => show([], { summarize: { length: 'line', language: 'same' } }),
  };
}
