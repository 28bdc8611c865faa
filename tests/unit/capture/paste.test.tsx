// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PartNote } from '../../../components/preview/PartNote';
import { PasteBox } from '../../../components/preview/PasteBox';
import { Preview } from '../../../components/preview/Preview';
import en from '../../../public/_locales/en/messages.json';
import { pasted } from '../../../utils/capture/paste';
import { speak } from '../../../utils/i18n';
import { noAmends } from '../../gallery/data/amends';
import { preview, source } from '../../gallery/data/runs';

beforeEach(() => speak('en-US', en));
afterEach(cleanup);

describe('a pasted text', () => {
  test('is a source like any other, of no page and without a title', () => {
    expect(pasted('  one\r\n\n\n\ntwo  \u202E')).toEqual({
      kind: 'source',
      source: expect.objectContaining({
        kind: 'pasted',
        text: '  one\n\ntwo',
        title: '',
        address: '',
        hidden: 1,
        cut: 0,
      }),
    });
  });

  test('that nobody can see is none', () => {
    expect(pasted(' \u200B\n')).toEqual({
      kind: 'problem',
      problem: { kind: 'nothing-selected' },
    });
  });

  test('of more than is read at most says how much was left out', () => {
    const long = pasted('x'.repeat(4_000_010));
    expect(long.kind === 'source' && long.source.cut).toBe(10);
  });

  test('goes by what it is, and can be left again', () => {
    const onPaste = vi.fn();
    const asks = { onStart: vi.fn(), onRemedy: vi.fn(), onControls: vi.fn(), onOptions: vi.fn() };
    render(
      <Preview
        everything={false}
        onTake={vi.fn()}
        picture={{ isThere: false, isShown: false, take: vi.fn() }}
        amend={noAmends}
        {...asks}
        preview={preview(source('Some text.', '', { kind: 'pasted', address: '' }))}
        answerLanguage={null}
        actions={[]}
        remembered={{}}
        readQuestions={async () => []}
        nameModel={(id) => id}
        onPaste={onPaste}
        onKeepOpen={null}
        site={null}
        onHistory={vi.fn()}
      />,
    );
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Pasted text');
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(onPaste).toHaveBeenCalledExactlyOnceWith(null);
  });
});

describe('the box to paste into', () => {
  const field = () => screen.getByLabelText<HTMLTextAreaElement>('Paste a text here');
  const use = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Use this text' });

  test('hands over what it holds, once it holds something', () => {
    const onPaste = vi.fn();
    render(<PasteBox problem={{ kind: 'page-forbids' }} onPaste={onPaste} />);
    expect(use().disabled).toBe(true);
    fireEvent.input(field(), { target: { value: ' \n' } });
    expect(use().disabled).toBe(true);
    fireEvent.input(field(), { target: { value: 'A text.' } });
    fireEvent.click(use());
    expect(onPaste).toHaveBeenCalledExactlyOnceWith('A text.');
  });

  test.each(['nothing-selected', 'needs-gesture'] as const)('is there for %s', (kind) => {
    render(<PasteBox problem={{ kind }} onPaste={vi.fn()} />);
    expect(field()).toBeTruthy();
  });

  test('is not there for a problem of another kind', () => {
    render(<PasteBox problem={{ kind: 'offline' }} onPaste={vi.fn()} />);
    expect(screen.queryByLabelText('Paste a text here')).toBeNull();
  });
});

test('a selection that the browser may have cut says so', () => {
  render(<PartNote source={source('Text', '', { unsure: true })} />);
  expect(screen.getByText(/the first 16,384 characters of your selection/)).toBeTruthy();
});

test('a linked page that may hold more says how to be certain of it', () => {
  render(<PartNote source={source('Text', '', { kind: 'link', unsure: true })} />);
  expect(screen.getByText(/there may be more of it\. To be certain, open it/)).toBeTruthy();
});

test('a frame that was not read is named, beside what else is said', () => {
  const frame = 'https://inner.example:8443/doc?id=1';
  const whole = { kind: 'page', whole: 900, unsure: true, frame } as const;
  render(<PartNote source={source('Text', '', whole)} />);
  expect(
    screen.getByText(/not sure.*A frame from inner\.example:8443 was not read\./),
  ).toBeTruthy();
});
