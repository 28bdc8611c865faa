import { useRef } from 'preact/hooks';
import type { Problem } from '../../utils/core/problem';
import { type Remedy, remedyBefore } from '../../utils/core/runs/remedy';
import { t } from '../../utils/i18n';
import { ProblemNotice } from '../ProblemNotice';
import { StorageTrouble } from '../StorageTrouble';
import { useKeptFocus } from '../use-kept-focus';
import { PasteBox } from './PasteBox';
import { type PictureInView, PictureOffer } from './PictureOffer';

interface Props {
  readonly problem: Problem;
  readonly picture?: PictureInView | undefined;
  readonly onRemedy: (remedy: Remedy) => void;
  readonly onPaste: (text: string) => void;
}

/** Why nothing can be sent from here, and what can be done instead. */
export function Unready({ problem, picture, onRemedy, onPaste }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useKeptFocus(heading, problem.kind, { atFirst: true });
  return (
    <div class="scroll preview-problem">
      <h1 ref={heading} class="visually-hidden" tabIndex={-1}>
        {t('extName')}
      </h1>
      <ProblemNotice
        problem={problem}
        remedy={remedyBefore(problem)}
        kept={null}
        onRemedy={onRemedy}
      />
      {problem.kind === 'storage-failing' && <StorageTrouble />}
      {picture && <PictureOffer {...picture} loud />}
      <PasteBox problem={problem} onPaste={onPaste} />
    </div>
  );
}
