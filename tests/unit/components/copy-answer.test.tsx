// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CopyAnswer } from '../../../components/run/CopyAnswer';
import en from '../../../public/_locales/en/messages.json';
import { speak } from '../../../utils/i18n';
import { run, source, turn } from '../../gallery/data/runs';

beforeEach(() => speak('en-US', en));
afterEach(cleanup);

test('Escape closes the menu of forms, gives the focus back, and is then left to the browser', () => {
  const answered = turn({ kind: 'done' }, { text: 'It was cold.' });
  const { container } = render(
    <CopyAnswer run={run(source('Ice', 'Ice'), { turns: [answered] })} />,
  );
  const menu = container.querySelector('details') as HTMLDetailsElement;
  const summary = container.querySelector('summary') as HTMLElement;
  menu.open = true;
  const form = screen.getByRole('button', { name: en.copyPlain.message });
  form.focus();
  expect(fireEvent.keyDown(form, { key: 'Escape' })).toBe(false);
  expect(menu.open).toBe(false);
  expect(document.activeElement).toBe(summary);
  expect(fireEvent.keyDown(summary, { key: 'Escape' })).toBe(true);
});
