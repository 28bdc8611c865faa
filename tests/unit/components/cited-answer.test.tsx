// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SourcesNote } from '../../../components/preview/SourcesNote';
import { CitedAnswer } from '../../../components/run/CitedAnswer';
import en from '../../../public/_locales/en/messages.json';
import type { Shown } from '../../../utils/capture/show-passage';
import type { Turn } from '../../../utils/core/runs/turn';
import type { Source } from '../../../utils/core/source/source';
import { speak } from '../../../utils/i18n';
import { estimate, source, turn } from '../../gallery/data/runs';

beforeEach(() => speak('en-US', en));
afterEach(cleanup);

const here = source('One. Two.', 'Title', { kind: 'page' });
const text = 'First https://example.org/a and **so**. \uFDD09\uFDD1 `x`';
const citations = [
  { text: 'One. ', pages: null, at: 27 },
  { text: 'Two.', pages: null, at: text.length },
];

function cited(outcome: Shown = 'shown', change: Partial<Turn> = {}, from: Source = here) {
  const onShow = vi.fn(async () => outcome);
  const told = turn({ kind: 'done' }, { text, citations, ...change });
  const view = render(
    <CitedAnswer turn={told} source={from} found={null} streaming={false} onShow={onShow} />,
  );
  const marks = () => [...view.container.querySelectorAll<HTMLElement>('.answer .cite')];
  return { onShow, marks, ...view };
}

test('an answer has its marks where it rests on something, and no others', async () => {
  const { marks, container } = cited();
  await waitFor(() => expect(marks().map((mark) => mark.textContent)).toEqual(['[1]', '[2]']));
  const link = container.querySelector('.answer a:not(.cite)');
  expect(link?.getAttribute('href')).toBe('https://example.org/a');
  expect(container.querySelector('.answer')?.textContent).toContain('\uFFFD9\uFFFD');
  expect(screen.getAllByRole('listitem').map((line) => line.textContent)).toEqual(['One.', 'Two.']);
});

test.each([
  ['shown', 'Highlighted on the page until you click there.'],
  ['gone', 'This passage is not on the page any more, or the tab shows another page.'],
  ['needs-gesture', en.passageClosed.message],
] as const)('a click on a mark: %s', async (outcome, words) => {
  const { marks, onShow } = cited(outcome);
  await waitFor(() => expect(marks()).toHaveLength(2));
  fireEvent.click(marks()[1] as HTMLElement);
  expect(onShow).toHaveBeenCalledWith({ text: 'Two.', near: ['One. ', ''] });
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe(words));
});

test('a passage in the list is a button for the same', () => {
  const { onShow } = cited();
  fireEvent.click(screen.getByRole('button', { name: 'One.' }));
  expect(onShow).toHaveBeenCalledWith({ text: 'One. ', near: ['', 'Two.'] });
});

test('of a PDF the page is told, as the file counts it, and nothing is looked for', async () => {
  const media = { kind: 'pdf', file: 'f', pages: 90, from: 11, to: 20 } as const;
  const change = { citations: [{ text: 'One.', pages: { from: 2, to: 3 }, at: 5 }] };
  const { marks, onShow } = cited('shown', change, { ...here, kind: 'pdf', text: '', media });
  await waitFor(() => expect(marks()).toHaveLength(1));
  fireEvent.click(marks()[0] as HTMLElement);
  expect(onShow).not.toHaveBeenCalled();
  expect(screen.getByRole('listitem').textContent).toBe('One.pages 12–13');
});

test('an answer without citations has no list', () => {
  cited('shown', { citations: undefined });
  expect(screen.queryByText('Sources')).toBeNull();
});

test('what sources take is told as a guess, and where they are not asked for nothing is', () => {
  const { rerender, container } = render(<SourcesNote estimate={estimate()} />);
  expect(container.textContent).toBe('');
  const prompt = { low: 1000, high: 2000 };
  const guessed = {
    prompt,
    sources: { low: 400, high: 900 },
    sourcesCost: { low: 40_000, high: 90_000 },
    cost: { low: 100_000, high: 900_000 },
  };
  rerender(<SourcesNote estimate={estimate(guessed)} />);
  expect(container.textContent).toMatch(/400–900 more tokens \(.*\$0\.00004.*guess/);
});
