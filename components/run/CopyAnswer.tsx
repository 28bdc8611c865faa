import { useRef } from 'preact/hooks';
import { conversationText } from '../../utils/core/runs/conversation-text';
import type { Run } from '../../utils/core/runs/run';
import type { Turn } from '../../utils/core/runs/turn';
import { withFootnotes } from '../../utils/core/source/citation';
import { t } from '../../utils/i18n';
import type { Forms } from '../answer/forms';
import { CopyButton } from '../CopyButton';
import { Icon } from '../Icon';
import { onEscape } from '../on-escape';
import './copy-answer.css';

/** Copies the last answer: as it is written, or in other forms and with all before it from a small menu. */
export function CopyAnswer({ run }: { readonly run: Run }) {
  // While the next one has no word yet, or got none, there is still the one before.
  const answered = run.turns.findLast(({ text }) => text !== '');
  return answered ? <Copies run={run} turn={answered} /> : null;
}

interface CopiesProps {
  readonly run: Run;
  readonly turn: Turn;
}

function Copies({ run, turn }: CopiesProps) {
  const { text, citations } = turn;
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (menu.current) menu.current.open = false;
  };
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (!menu.current?.contains(relatedTarget as Node | null)) close();
  };
  const giveBack = () => {
    close();
    menu.current?.querySelector('summary')?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (menu.current?.open) onEscape(giveBack)(event);
  };
  return (
    <div class="copy-answer">
      <CopyButton text={text} />
      <details ref={menu} class="copy-more" onFocusOut={leave} onKeyDown={press}>
        <summary class="button quiet" title={t('copyAs')} aria-label={t('copyAs')}>
          <Icon name="more" />
        </summary>
        <div class="copy-forms">
          <CopyButton text={withFootnotes(text, citations)} name={t('copyMarkdown')} />
          <CopyButton text={text} name={t('copyRich')} write={writeRich} />
          <CopyButton text={text} name={t('copyPlain')} write={writePlain} />
          {run.turns.length > 1 && (
            <CopyButton text={text} name={t('copyAll')} write={() => writeAll(run)} />
          )}
        </div>
      </details>
    </div>
  );
}

function writeAll(run: Run): Promise<void> {
  return navigator.clipboard.writeText(conversationText(run));
}

async function formsOf(text: string): Promise<Forms> {
  return (await import('../answer/forms')).formsOf(text);
}

async function writePlain(text: string): Promise<void> {
  await navigator.clipboard.writeText((await formsOf(text)).plain);
}

/** With the plain text beside it, for programs that take no other. */
async function writeRich(text: string): Promise<void> {
  const { html, plain } = await formsOf(text);
  const blob = (type: string, data: string) => new Blob([data], { type });
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/html': blob('text/html', html),
      'text/plain': blob('text/plain', plain),
    }),
  ]);
}
