import { useMemo, useRef } from 'preact/hooks';
import { keptOf } from '../utils/core/kept';
import type { Remedy } from '../utils/core/problem';
import { isLive, problemOf, type Run } from '../utils/core/run';
import { unshieldedRun } from '../utils/core/shield-run';
import type { WhatFits } from '../utils/fitting';
import { t } from '../utils/i18n';
import { Announcer } from './Announcer';
import { actionTitle } from './action-words';
import { Answer } from './answer/Answer';
import { Confirming } from './Confirming';
import { DeviceNote } from './DeviceNote';
import { PartNote } from './PartNote';
import { PasteBox } from './PasteBox';
import { ProblemNotice } from './ProblemNotice';
import { RunFoot } from './RunFoot';
import { RunPicture } from './RunPicture';
import { phaseOf, titleOf, turnState } from './run-words';
import { TooLong } from './TooLong';
import { useFollowScroll } from './use-follow-scroll';
import { useKeptFocus } from './use-kept-focus';
import type { NameModel } from './use-stored';
import { Waiting } from './Waiting';
import './run-view.css';
import './view.css';

/** What the user can ask for while a run is shown. */
export interface RunAsks {
  readonly stop: () => void;
  readonly send: () => void;
  readonly cancel: () => void;
  readonly tryAgain: () => void;
  readonly leave: () => void;
  /** What can be done about a text that was too long, and doing it: by another model, or with null its first part. */
  readonly whatFits: () => Promise<WhatFits>;
  readonly tryFitting: (model: string | null) => void;
  /** Takes a pasted text instead of a page that could not be read. */
  readonly paste: (text: string) => void;
  /** Null where it is open already. */
  readonly keepOpen: (() => void) | null;
  readonly remedy: (remedy: Remedy) => void;
}

interface Props {
  readonly run: Run;
  readonly nameModel: NameModel;
  readonly asks: RunAsks;
}

/** A run from its first moment to its receipt. */
export function RunView({ run: told, nameModel, asks }: Props) {
  const run = useMemo(() => unshieldedRun(told), [told]);
  const box = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const wasLive = useRef(false);
  wasLive.current ||= isLive(run);
  useFollowScroll(box, content, wasLive.current);
  useKeptFocus(heading, `${run.id} ${phaseOf(run)} ${turnState(run)}`);

  return (
    <div class="view run">
      <section
        ref={box}
        class="scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t('answer')}
        aria-busy={isLive(run)}
      >
        <div ref={content} class="run-content">
          <header class="run-head">
            <h1 class="eyebrow">
              {actionTitle(run.action)}
              {run.source && ` · ${t(`kind_${run.source.kind}`)}`}
            </h1>
            <h2 ref={heading} class="title" dir="auto" tabIndex={-1} title={titleOf(run)}>
              {run.source ? titleOf(run) : '…'}
            </h2>
            {run.source && <PartNote source={run.source} />}
          </header>
          <RunPicture source={run.source} />
          <RunBody run={run} nameModel={nameModel} asks={asks} />
        </div>
      </section>
      <RunFoot run={run} nameModel={nameModel} asks={asks} />
      <Announcer key={run.id} run={run} />
    </div>
  );
}

function RunBody({ run, nameModel, asks }: Props) {
  const turn = run.turns.at(-1) ?? null;
  const problem = problemOf(run);
  const live = isLive(run);
  if (run.state.kind === 'confirming') {
    const { estimate, thresholds } = run.state;
    return <Confirming estimate={estimate} thresholds={thresholds} nameModel={nameModel} />;
  }
  return (
    <>
      {turn?.text && (
        <>
          <h3 class="visually-hidden">{t('answer')}</h3>
          <Answer text={turn.text} streaming={live} />
        </>
      )}
      {live && !turn?.text && <Waiting turn={turn} />}
      {turn?.state.kind === 'stopped' && (
        <p class="run-note">{t(turn.text ? 'stopped' : 'stoppedEmpty')}</p>
      )}
      {turn?.state.kind === 'done' && turn.pricing.kind === 'free' && (
        <DeviceNote model={turn.model} onModel={() => asks.remedy({ kind: 'open-options' })} />
      )}
      {problem && (
        <ProblemNotice
          problem={problem}
          service={turn?.service}
          kept={keptOf(run)}
          onRemedy={asks.remedy}
        />
      )}
      {problem?.kind === 'too-large' && (
        <TooLong whatFits={asks.whatFits} onTry={asks.tryFitting} />
      )}
      {problem && !run.source && <PasteBox problem={problem} onPaste={asks.paste} />}
      {!run.saved && <p class="run-note run-unsaved">{t('unsaved')}</p>}
    </>
  );
}
