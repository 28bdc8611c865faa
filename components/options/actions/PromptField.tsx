import type { RefObject } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import {
  type Candidate,
  type Completion,
  complete,
  completionAt,
} from '../../../utils/core/actions/completion';
import { t } from '../../../utils/i18n';
import { FormField } from '../FormField';
import './prompt-field.css';

interface Props {
  readonly prompt: string;
  readonly fault: string | null;
  readonly onType: (prompt: string) => void;
}

/** The prompt of an action; while a variable is being written, the ones that fit are offered. */
export function PromptField({ prompt, fault, onType }: Props) {
  const list = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { offered, marked, look, take, press, leave } = useCompletion(field, prompt, onType);
  return (
    <FormField
      label={t('ownPrompt')}
      hint={t('ownPromptHint', { braces: '{{' })}
      fault={fault}
      below={
        <Candidates id={list} offered={offered?.candidates ?? []} marked={marked} onTake={take} />
      }
    >
      <textarea
        ref={field}
        class="text-area"
        name="prompt"
        rows={5}
        dir="auto"
        value={prompt}
        aria-autocomplete="list"
        aria-controls={offered ? list : undefined}
        aria-activedescendant={offered ? `${list}-${marked}` : undefined}
        onInput={(event) => {
          onType(event.currentTarget.value);
          look();
        }}
        onKeyDown={press}
        onClick={look}
        onBlur={leave}
      />
    </FormField>
  );
}

/** What can be completed at the caret of a field, and the keys for it. */
function useCompletion(
  field: RefObject<HTMLTextAreaElement | null>,
  prompt: string,
  onType: (prompt: string) => void,
) {
  const [offered, setOffered] = useState<Completion | null>(null);
  const [marked, setMarked] = useState(0);
  const leave = () => setOffered(null);
  const look = () => {
    if (!field.current) return;
    const { selectionStart, selectionEnd, value } = field.current;
    setOffered(selectionStart === selectionEnd ? completionAt(value, selectionStart) : null);
    setMarked(0);
  };
  const take = (candidate: Candidate) => {
    if (!offered || !field.current) return;
    const done = complete(prompt, offered, candidate);
    // Set at once: the caret can only be put into what is there.
    field.current.value = done.template;
    field.current.setSelectionRange(done.caret, done.caret);
    leave();
    onType(done.template);
  };
  const press = (event: KeyboardEvent) => {
    if (!offered || event.isComposing) return;
    const done = pressed(event, offered.candidates.length, marked);
    if (done === null) return;
    event.preventDefault();
    const candidate = offered.candidates[marked];
    if (typeof done === 'number') setMarked(done);
    else if (done === 'leave') leave();
    else if (candidate) take(candidate);
  };
  return { offered, marked, look, take, press, leave };
}

/** What a key does to the list: marks another of its `count`, takes the marked one, leaves it, or nothing. */
function pressed(
  { key, shiftKey }: KeyboardEvent,
  count: number,
  marked: number,
): number | 'take' | 'leave' | null {
  // Shift+Tab goes back, Shift+Enter begins a line.
  if (shiftKey) return null;
  switch (key) {
    case 'ArrowDown':
      return (marked + 1) % count;
    case 'ArrowUp':
      return (marked + count - 1) % count;
    case 'Enter':
    case 'Tab':
      return 'take';
    case 'Escape':
      return 'leave';
    default:
      return null;
  }
}

interface CandidatesProps {
  readonly id: string;
  readonly offered: readonly Candidate[];
  readonly marked: number;
  readonly onTake: (candidate: Candidate) => void;
}

function Candidates({ id, offered, marked, onTake }: CandidatesProps) {
  if (offered.length === 0) return null;
  return (
    <div id={id} class="candidates" role="listbox" aria-label={t('ownCompletions')}>
      {offered.map((candidate, index) => (
        <div
          key={candidate}
          id={`${id}-${index}`}
          class="candidate"
          role="option"
          tabIndex={-1}
          aria-selected={index === marked}
          onPointerDown={(event) => {
            // The field keeps the focus.
            event.preventDefault();
            onTake(candidate);
          }}
        >
          <bdi dir="ltr">{candidate === 'ask' ? '{{ask:…}}' : `{{${candidate}}}`}</bdi>
          <span class="muted">{t(`ownVar_${candidate}`)}</span>
        </div>
      ))}
    </div>
  );
}
