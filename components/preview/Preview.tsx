import { withMore } from '../../utils/core/estimate/estimate';
import type { ReadyPreview } from '../../utils/messages/preview-messages';
import { NavBar } from '../NavBar';
import type { Choice } from '../palette/choices';
import { Palette } from '../palette/Palette';
import { useRead } from '../palette/use-read';
import { Leaving } from './Leaving';
import type { PreviewProps, ReadyProps } from './preview-props';
import { Unready } from './Unready';
import { useCount } from './use-count';
import { useEditing } from './use-editing';
import '../button.css';
import './preview.css';
import '../view.css';

/** What would be sent, what it would take, and what can be done with it. Nothing leaves before a click. */
export function Preview(props: PreviewProps) {
  const { preview } = props;
  return (
    <div class="view preview">
      {preview.kind === 'source' ? (
        <Ready {...props} preview={preview} />
      ) : (
        <Unready
          problem={preview.problem}
          picture={props.picture}
          onRemedy={props.onRemedy}
          onPaste={props.onPaste}
        />
      )}
      <NavBar
        onKeepOpen={props.onKeepOpen}
        onHistory={props.onHistory}
        onOptions={props.onOptions}
      />
    </div>
  );
}

function Ready(props: ReadyProps) {
  const { actions, onStart } = props;
  const { offers, box, preview: read } = useRead(props.preview, actions, props.readQuestions);
  const { source, estimates } = read;
  const editing = useEditing(source);
  const count = useCountOf(props, box.chosen);
  const estimate = count?.estimate ?? estimateFor(box.chosen, estimates);
  return (
    <>
      {/* A text that is being edited is not what would be sent. */}
      {!editing.on && (
        <Palette
          {...props}
          box={box}
          source={source}
          estimate={estimate}
          count={count}
          onStart={(choice) => onStart(choice, source)}
        />
      )}
      <Leaving {...props} {...{ read, offers, editing, estimate }} choice={box.chosen} />
    </>
  );
}

function estimateFor(chosen: Choice | null, estimates: ReadyPreview['estimates']) {
  const { action, question } = chosen ?? { action: { id: 'summarize' }, question: '' };
  return withMore(estimates[action.id] ?? estimates.summarize, question);
}

/** The count of just what would be sent. */
function useCountOf({ glass, preview }: ReadyProps, chosen: Choice | null) {
  return useCount((chosen && glass?.countFor(chosen, preview.source)) ?? null, preview);
}
