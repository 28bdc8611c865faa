// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WriteBack } from '../../../components/run/WriteBack';
import en from '../../../public/_locales/en/messages.json';
import type { PutOutcome } from '../../../utils/capture/put-text';
import { builtIns } from '../../../utils/core/actions/action';
import { type Rewrite, rewriteOf } from '../../../utils/core/runs/rewrite';
import type { Source } from '../../../utils/core/source/source';
import { speak } from '../../../utils/i18n';
import { run, source, turn } from '../../gallery/data/runs';

beforeEach(() => speak('en-US', en));
afterEach(cleanup);

const rewrite: Rewrite = { kind: 'field', before: 'I has a dog.', answer: 'I have a dog.' };
const show = (outcome: PutOutcome = 'written', change: Partial<Rewrite> = {}) => {
  const put = vi.fn(async () => outcome);
  render(<WriteBack rewrite={{ ...rewrite, ...change }} onPut={put} />);
  return put;
};
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const status = () => screen.getByRole('status').textContent;

describe('an answer for the page', () => {
  test('shows what it would change, and writes nothing by itself', () => {
    const put = show();
    expect(document.querySelector('del')?.textContent).toBe('has');
    expect(document.querySelector('ins')?.textContent).toBe('have');
    expect(put).not.toHaveBeenCalled();
  });

  test.each([
    ['Replace', 'replace', 'Replaced. Undo in the page brings the old text back.'],
    ['Insert after', 'insert', 'Inserted. Undo in the page takes it out again.'],
  ])('is put there by %s, which says how to undo it', async (name, how, words) => {
    const put = show();
    click(name);
    expect(put).toHaveBeenCalledExactlyOnceWith(how, 'I have a dog.');
    await vi.waitFor(() => expect(status()).toBe(words));
  });

  test.each<[PutOutcome, RegExp]>([
    ['changed', /has changed since/],
    ['unclear', /more than once/],
    ['too-long', /no text of this length/],
    ['ignored', /did not take the text/],
    ['gone', /not there any more/],
    ['needs-gesture', /button in the toolbar/],
  ])('that was refused says why: %s', async (outcome, words) => {
    show(outcome);
    click('Replace');
    await vi.waitFor(() => expect(status()).toMatch(words));
  });

  test('is written once, however often it is clicked, by a button that keeps the focus meanwhile', async () => {
    const put = show();
    click('Replace');
    click('Replace');
    click('Insert after');
    // Browsers take the focus from what is disabled.
    expect(document.querySelectorAll(':disabled')).toHaveLength(0);
    await vi.waitFor(() => expect(status()).toContain('Replaced'));
    expect(put).toHaveBeenCalledOnce();
  });

  test('of another text shows both as a whole', () => {
    show('written', { answer: 'Ich besitze einen Hund.' });
    expect(document.querySelector('del')?.textContent).toBe('I has a dog.');
    expect(document.querySelector('ins')?.textContent).toBe('Ich besitze einen Hund.');
  });

  test('that is the same has no buttons', () => {
    show('written', { answer: rewrite.before });
    expect(screen.queryByRole('button')).toBeNull();
    expect(document.body.textContent).toContain('nothing to change');
  });

  test('is without its marks in an editor that shows none', async () => {
    const put = show('written', { kind: 'rich', answer: 'I **have** a dog.' });
    await screen.findByRole('button', { name: 'Replace' });
    click('Replace');
    expect(put).toHaveBeenCalledExactlyOnceWith('replace', 'I have a dog.');
  });
});

describe('a run has something for the page', () => {
  const place = { kind: 'field', frameId: 0 } as const;
  const of = (
    from: Partial<Source>,
    action = builtIns.translate,
    state: 'done' | 'cut' | 'streaming' = 'done',
    text = 'new',
  ) =>
    rewriteOf(
      run(source('old', 'Title', from), { action, turns: [turn({ kind: state }, { text })] }),
    );
  test('when it was selected where one can write', () => {
    expect(of({ place })).toEqual({ kind: 'field', before: 'old', answer: 'new' });
  });
  test.each([
    ['selected elsewhere', of({})],
    ['to be read', of({ place }, builtIns.explain)],
    ['cut off', of({ place }, builtIns.translate, 'cut')],
    ['not there yet', of({ place }, builtIns.translate, 'streaming')],
    ['empty', of({ place }, builtIns.translate, 'done', ' ')],
  ])('not when it is %s', (_, found) => expect(found).toBeNull());
});
