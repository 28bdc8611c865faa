// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Preview } from '../../../components/preview/Preview';
import en from '../../../public/_locales/en/messages.json';
import { builtIns } from '../../../utils/core/actions/action';
import type { Controls } from '../../../utils/core/actions/controls';
import { speak } from '../../../utils/i18n';
import { noAmends } from '../../gallery/data/amends';
import { preview, source } from '../../gallery/data/runs';

const here = source('First line.', 'Title');

function show(remembered: Readonly<Record<string, Controls>> = {}, questions = ['New?', 'Old?']) {
  const asks = { onStart: vi.fn(), onControls: vi.fn() };
  const nothing = vi.fn();
  render(
    <Preview
      {...asks}
      everything={false}
      onTake={nothing}
      amend={noAmends}
      preview={preview(here)}
      answerLanguage={null}
      actions={Object.values(builtIns)}
      remembered={remembered}
      readQuestions={async () => questions}
      nameModel={(id) => id}
      onRemedy={nothing}
      onKeepOpen={null}
      onPaste={nothing}
      onHistory={nothing}
      site={null}
      onOptions={nothing}
    />,
  );
  return asks;
}

const box = () => screen.getByRole<HTMLInputElement>('combobox', { name: /^Ask/ });
const write = (value: string) => fireEvent.input(box(), { target: { value } });
const press = (key: string, more = {}) => fireEvent.keyDown(box(), { key, ...more });
const highlighted = () =>
  document.getElementById(box().getAttribute('aria-activedescendant') ?? '')?.textContent;
const control = (name: string) => screen.queryByRole<HTMLSelectElement>('combobox', { name });

beforeEach(() => speak('en-US', en));
afterEach(cleanup);

describe('the box', () => {
  test('goes down and up the list by arrow keys, and stays at its ends', () => {
    show();
    press('ArrowDown');
    expect(highlighted()).toBe('Key points');
    for (let times = 0; times < 20; times += 1) press('ArrowDown');
    expect(highlighted()).toBe('Rewrite');
    press('ArrowUp');
    expect(highlighted()).toBe('Proofread');
    fireEvent.pointerMove(screen.getByRole('option', { name: 'Explain' }));
    expect(highlighted()).toBe('Explain');
  });

  test('starts what is highlighted with Enter', () => {
    const { onStart } = show();
    write('simply');
    press('Enter');
    const choice = { action: builtIns['explain-simply'], question: '' };
    expect(onStart).toHaveBeenCalledExactlyOnceWith(choice, here);
  });

  test('starts nothing with an Enter that ends a composition', () => {
    const { onStart } = show();
    write('要');
    press('Enter', { isComposing: true });
    expect(onStart).not.toHaveBeenCalled();
  });

  test('asks what is no action', () => {
    const { onStart } = show();
    write(' Who pays? ');
    expect(highlighted()).toBe('Ask: Who pays?');
    press('Enter');
    expect(onStart).toHaveBeenCalledExactlyOnceWith(
      { action: builtIns.ask, question: 'Who pays?' },
      here,
    );
  });

  test.each([10_001, 1e6])(
    'says in words that a question of %i characters is too long',
    (length) => {
      const { onStart } = show();
      write('?'.repeat(length));
      expect(screen.getByRole('alert').textContent).toContain('10,000 characters at most');
      press('Enter');
      fireEvent.click(screen.getByRole('option', { name: /^Ask/ }));
      expect(onStart).not.toHaveBeenCalled();
    },
  );

  test('tells what the question adds to the price', () => {
    show();
    write('Why?');
    const short = document.querySelector('.estimate')?.textContent;
    write(`Why ${'is that so '.repeat(50)}?`);
    expect(document.querySelector('.estimate')?.textContent).not.toBe(short);
  });

  test('brings the last questions back by arrow-up, and the draft by arrow-down', async () => {
    show();
    write('half a');
    press('ArrowUp');
    await waitFor(() => expect(box().value).toBe('New?'));
    press('ArrowUp');
    await waitFor(() => expect(box().value).toBe('Old?'));
    press('ArrowUp');
    press('ArrowDown');
    await waitFor(() => expect(box().value).toBe('New?'));
    press('ArrowDown');
    expect(box().value).toBe('half a');
  });

  test('is cleared by Escape first, which then is left to the browser', () => {
    show();
    write('x');
    expect(press('Escape')).toBe(false);
    expect(box().value).toBe('');
    expect(press('Escape')).toBe(true);
  });
});

describe('the controls', () => {
  test('are those of the highlighted action', () => {
    show();
    expect(control('Format')?.value).toBe('bullets');
    write('rewrite');
    expect(control('Format')).toBeNull();
    expect(control('Tone')?.value).toBe('same');
    write('proofread');
    expect(control('Tone')).toBeNull();
    expect(control('Answer language')).toBeNull();
  });

  test('show what is remembered; one line has no format', () => {
    show({ summarize: { length: 'line', language: 'fr' } });
    expect(control('Length')?.value).toBe('line');
    expect(control('Answer language')?.value).toBe('fr');
    expect(control('Format')).toBeNull();
  });

  test('tell what was chosen, and that a choice was taken back', () => {
    const { onControls } = show({ summarize: { length: 'short', language: 'fr' } });
    const chosen = { length: 'short', format: 'bullets', language: 'fr' };
    fireEvent.change(control('Length') as HTMLElement, { target: { value: 'detailed' } });
    expect(onControls).toHaveBeenLastCalledWith('summarize', { ...chosen, length: 'detailed' });
    fireEvent.change(control('Answer language') as HTMLElement, { target: { value: '' } });
    expect(onControls).toHaveBeenLastCalledWith('summarize', { ...chosen, language: undefined });
  });

  test.each([
    ['translate', false, true],
    ['summarize', true, true],
    ['rewrite', true, false],
  ])('of %s offer its own language: %s, the usual one: %s', (action, same, usual) => {
    show();
    write(action);
    const values = [...(control('Answer language')?.options ?? [])].map(({ value }) => value);
    expect([values.includes('same'), values.includes('')]).toEqual([same, usual]);
  });
});
