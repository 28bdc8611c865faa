// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import type { ComponentProps } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ActionList, type OwnAsks } from '../../../components/options/actions/ActionList';
import { ActionsFile } from '../../../components/options/actions/ActionsFile';
import { OutcomeLine } from '../../../components/options/actions/OutcomeLine';
import { importFaultWords } from '../../../components/options/actions/own-fault-words';
import type { Outcome } from '../../../components/options/actions/use-own-actions';
import en from '../../../public/_locales/en/messages.json';
import { builtInIds } from '../../../utils/core/actions/action';
import type { OwnAction } from '../../../utils/core/actions/own-action';
import type { ImportFault } from '../../../utils/core/actions/own-file';
import { defaultModel } from '../../../utils/core/model';
import { speak } from '../../../utils/i18n';
import { otherAction, ownAction, ownProps } from '../../gallery/data/own-actions';

beforeEach(() => speak('en-US', en));
afterEach(cleanup);

const saving = (stored = true) => vi.fn<OwnAsks['save']>(async () => stored);

function list(props: Partial<ComponentProps<typeof ActionList>> = {}) {
  const asks = { plan: ownProps().asks.plan, save: saving(), remove: vi.fn() };
  const change = vi.fn();
  render(
    <ActionList
      own={[ownAction(), otherAction]}
      settings={{ hiddenActions: [], actionOrder: [] }}
      models={[defaultModel]}
      asks={asks}
      change={change}
      {...props}
    />,
  );
  return { asks, change };
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const field = (name: string) => screen.getByLabelText(name) as HTMLInputElement;
const write = (name: string, value: string) => fireEvent.input(field(name), { target: { value } });

describe('the list of actions', () => {
  test('has the built-in ones and one’s own, in the user’s order', () => {
    list({ settings: { hiddenActions: [], actionOrder: [otherAction.id, 'explain'] } });
    const rows = screen.getAllByRole('listitem').map((row) => row.querySelector('bdi')?.innerText);
    expect(rows.slice(0, 3)).toEqual(['Find the weak points', 'Explain', 'Summarize']);
    expect(rows).toHaveLength(builtInIds.length + 2);
  });

  test('is ordered by buttons; at an end nothing moves', () => {
    const { change } = list();
    press('Move up: Summarize');
    expect(change).not.toHaveBeenCalled();
    press('Move down: Summarize');
    const [first, second, ...rest] = [...builtInIds, ownAction().id, otherAction.id];
    expect(change).toHaveBeenCalledExactlyOnceWith({ actionOrder: [second, first, ...rest] });
  });

  test('says so while there are none of one’s own', () => {
    list({ own: [] });
    expect(screen.getByText(/You have no actions of your own yet/)).toBeTruthy();
  });

  test('begins a copy of a built-in action with its prompt', async () => {
    const { asks, change } = list();
    press('Details: Translate');
    press('Duplicate');
    expect(field('Name').value).toBe('Translate (copy)');
    expect(field('Prompt').value).toContain('{{language}}');
    press('Save the action');
    const [saved] = asks.save.mock.calls[0] ?? [];
    expect(saved).toMatchObject({ title: 'Translate (copy)', output: 'replace' });
    await vi.waitFor(() => expect(change).toHaveBeenCalled());
    const order: readonly string[] = change.mock.calls[0]?.[0].actionOrder;
    expect(order.indexOf(saved?.id ?? '')).toBe(order.indexOf('translate') + 1);
  });

  test.each([
    ['Summarize', /^Summarize the document in {{language}}\..+Use short bullet points\.$/],
    ['Rewrite', /^Rewrite the document in its own language .+Keep its tone\.$/],
    ['Ask', /in the language of the question.+Question: {{ask:What do you want to know\?}}$/],
  ])('begins a copy of %s with all that it asks for without a choice', (name, prompt) => {
    list();
    press(`Details: ${name}`);
    press('Duplicate');
    expect(field('Prompt').value).toMatch(prompt);
  });

  test('offers no copy of what is for images: own actions are for texts', () => {
    list();
    press('Details: Describe image');
    expect(screen.queryByRole('button', { name: 'Duplicate' })).toBeNull();
  });

  test('deletes at once: there is a way back', () => {
    const { asks, change } = list();
    press('Details: Reply politely');
    press('Delete');
    expect(asks.remove).toHaveBeenCalledExactlyOnceWith(ownAction());
    const order = [...builtInIds, ownAction().id, otherAction.id];
    expect(change).toHaveBeenCalledExactlyOnceWith({ actionOrder: order });
  });

  test('keeps the place that a deleted one was given, for its return', () => {
    const settings = { hiddenActions: [], actionOrder: [ownAction().id] };
    const { change } = list({ settings });
    press('Details: Reply politely');
    press('Delete');
    expect(change).not.toHaveBeenCalled();
  });
});

describe('an action that is written', () => {
  test('is kept when nothing is wrong with it', () => {
    const { asks } = list();
    press('New action');
    press('Save the action');
    expect(document.activeElement).toBe(field('Name'));
    expect(screen.getByText('Give it a name.')).toBeTruthy();
    write('Name', '要約 👩‍👩‍👧‍👦');
    write('Prompt', 'Say {{wat}}');
    press('Save the action');
    expect(screen.getByText('Gloss cannot put anything in for {{wat}}.')).toBeTruthy();
    write('Prompt', 'Say {{selection}}');
    expect(field('Reads').value).toBe('selection');
    fireEvent.change(field('Model for it'), { target: { value: defaultModel.id } });
    press('Save the action');
    expect(asks.save).toHaveBeenCalledExactlyOnceWith({
      id: expect.stringMatching(/^own:/),
      title: '要約 👩‍👩‍👧‍👦',
      prompt: 'Say {{selection}}',
      input: 'selection',
      output: 'read',
      model: defaultModel.id,
      effort: 'low',
      length: null,
    });
  });

  test('is told of a variable that there is none of at once, but not of one that is being written', () => {
    list();
    const told = () => screen.queryByText(/cannot put anything in/) !== null;
    press('New action');
    for (const prompt of ['{{}}', '{{ti}}', '{{ask}}', '{{ask:}}']) {
      write('Prompt', prompt);
      expect(told()).toBe(false);
    }
    write('Prompt', '{{tit1e}}');
    expect(told()).toBe(true);
  });

  test('keeps what was typed while its row is closed, and while others are written', async () => {
    const { asks } = list();
    press('Details: Reply politely');
    press('Edit the action');
    write('Name', 'Reply at once');
    press('Close: Reply politely');
    press('Details: Reply politely');
    expect(field('Name').value).toBe('Reply at once');

    press('Details: Explain');
    press('Duplicate');
    press('New action');
    const [first, second, third] = screen.getAllByLabelText('Name') as HTMLInputElement[];
    expect([first?.value, second?.value, third?.value]).toEqual([
      'Explain (copy)',
      'Reply at once',
      '',
    ]);
    const [, save] = screen.getAllByRole('button', { name: 'Save the action' });
    if (save) fireEvent.click(save);
    expect(asks.save).toHaveBeenCalledExactlyOnceWith(ownAction({ title: 'Reply at once' }));
    await vi.waitFor(() => expect(screen.getAllByLabelText('Name')).toEqual([first, third]));
  });

  test('goes on being written where it could not be stored', async () => {
    const save = saving(false);
    const { change } = list({ asks: { plan: ownProps().asks.plan, save, remove: vi.fn() } });
    press('Details: Explain');
    press('Duplicate');
    write('Name', 'Mine');
    press('Save the action');
    await save.mock.results[0]?.value;
    expect(field('Name').value).toBe('Mine');
    expect(change).not.toHaveBeenCalled();
  });

  test('lets Shift+Tab and Shift+Enter through while variables are offered', () => {
    list();
    press('New action');
    const prompt = field('Prompt');
    write('Prompt', '{{t');
    prompt.setSelectionRange(3, 3);
    fireEvent.input(prompt);
    expect(fireEvent.keyDown(prompt, { key: 'Tab', shiftKey: true })).toBe(true);
    expect(fireEvent.keyDown(prompt, { key: 'Enter', shiftKey: true })).toBe(true);
    expect(prompt.value).toBe('{{t');
    expect(fireEvent.keyDown(prompt, { key: 'Tab' })).toBe(false);
    expect(prompt.value).toBe('{{text}}');
  });

  test('completes a variable by keyboard', () => {
    list();
    const offers = () => within(screen.getByRole('listbox')).getAllByRole('option');
    press('New action');
    const prompt = field('Prompt');
    write('Prompt', 'Reply to {{t');
    prompt.setSelectionRange(12, 12);
    fireEvent.input(prompt);
    expect(offers()).toHaveLength(2);
    fireEvent.keyDown(prompt, { key: 'ArrowDown' });
    expect(offers()[1]?.getAttribute('aria-selected')).toBe('true');
    fireEvent.keyDown(prompt, { key: 'Enter' });
    expect(prompt.value).toBe('Reply to {{title}}');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  test('shows just what would be sent', async () => {
    list();
    press('Details: Reply politely');
    press('Edit the action');
    const request = await screen.findByRole('region', { name: 'What would be sent' });
    expect(request.innerText).toContain('Write a polite reply to the document in English.');
  });

  test('says that the address leaves with it', () => {
    list();
    press('New action');
    expect(screen.queryByText(/sends the address/)).toBeNull();
    write('Prompt', 'Where is {{site}}?');
    expect(screen.getByText(/sends the address/)).toBeTruthy();
  });
});

describe('actions as a file', () => {
  function file(outcome = ownProps().outcome) {
    const onImport = vi.fn();
    const onUndo = vi.fn();
    render(
      <ActionsFile own={[ownAction()]} outcome={outcome} onImport={onImport} onUndo={onUndo} />,
    );
    return { onImport, onUndo };
  }

  test('are not read when the file is too large', () => {
    const { onImport } = file();
    const text = vi.fn();
    fireEvent.change(screen.getByLabelText('Import a file'), {
      target: { files: [{ size: 100_000_000, text }] },
    });
    expect(onImport).toHaveBeenCalledExactlyOnceWith(null);
    expect(text).not.toHaveBeenCalled();
  });

  test('can be pasted as text', async () => {
    const { onImport } = file();
    press('Paste an action');
    write('An action as text, as it was passed on to you', '{}');
    press('Add it');
    expect(await onImport.mock.calls[0]?.[0]).toBe('{}');
  });

  test('tell how many they were, and how to undo it', () => {
    const { onUndo } = file({ kind: 'imported', added: ['a', 'b'], replaced: [ownAction()] });
    expect(screen.getByRole('status').innerText).toBe('Imported: 3. Replaced: 1.');
    press('Undo that');
    expect(onUndo).toHaveBeenCalledOnce();
  });
});

test.each<readonly [ImportFault, string]>([
  [{ kind: 'too-large' }, 'This is too large to be actions of Gloss.'],
  [{ kind: 'not-actions' }, 'These are no actions of Gloss.'],
  [{ kind: 'missing-field', field: 'actions.0.title' }, '\u2068actions.0.title\u2069 is missing.'],
  [{ kind: 'too-many', limit: 100 }, 'There can be 100 actions of your own at most.'],
  [
    { kind: 'action', field: 'actions.0.input', fault: { kind: 'other-text', field: 'input' } },
    'Gloss cannot use what actions.0.input says. The prompt names another text than this one.',
  ],
  [{ kind: 'not-stored' }, 'The actions could not be stored.'],
])('%j is told in a sentence', (fault, words) =>
  expect(importFaultWords(fault).replace(/[\u2068\u2069]/g, '')).toBe(
    words.replace(/[\u2068\u2069]/g, ''),
  ),
);

test('a failed import says that nothing came of it', () => {
  const fault = { kind: 'newer' } as const;
  const outcome = { kind: 'failed', importing: true, fault } as const;
  render(<OutcomeLine outcome={outcome} onUndo={vi.fn()} />);
  expect(screen.getByRole('status').innerText).toMatch(/newer Gloss.*Nothing was imported\.$/);
});

describe('the focus', () => {
  const focused = () => document.activeElement?.id;

  test('goes to a new action, though it is stored a little later', async () => {
    const asks = { plan: ownProps().asks.plan, save: saving(), remove: vi.fn() };
    const settings = { hiddenActions: [], actionOrder: [] };
    const shown = (own: readonly OwnAction[]) => (
      <ActionList own={own} settings={settings} models={[]} asks={asks} change={vi.fn()} />
    );
    const { rerender } = render(shown([]));
    press('New action');
    write('Name', 'Mine');
    write('Prompt', 'Do it');
    press('Save the action');
    const [[saved] = [ownAction()]] = asks.save.mock.calls;
    rerender(shown([saved]));
    await vi.waitFor(() => expect(focused()).toBe(`action-${saved.id}`));
  });

  test('goes to what comes back when its deletion is undone: the button is gone', () => {
    const shown = (outcome: Outcome, own: readonly OwnAction[]) => (
      <>
        {own.map(({ id }) => (
          <button key={id} type="button" id={`action-${id}`} />
        ))}
        <ActionsFile own={own} outcome={outcome} onImport={vi.fn()} onUndo={vi.fn()} />
      </>
    );
    const { rerender } = render(shown({ kind: 'deleted', action: otherAction }, []));
    screen.getByRole('button', { name: 'Undo that' }).focus();
    press('Undo that');
    rerender(shown({ kind: 'nothing' }, []));
    rerender(shown({ kind: 'nothing' }, [otherAction]));
    expect(focused()).toBe(`action-${otherAction.id}`);
  });
});
