// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TooLong } from '../../../components/run/TooLong';
import en from '../../../public/_locales/en/messages.json';
import { nothingFits, type WhatFits } from '../../../utils/core/source/fit';
import { speak } from '../../../utils/i18n';

beforeEach(() => speak('en-US', en));
afterEach(cleanup);

const larger: WhatFits = { ...nothingFits, larger: { id: 'large', name: 'Large' } };

test('what was offered and fits no more when it is taken is said to, and not offered again', async () => {
  const whatFits = vi.fn(async () => nothingFits).mockResolvedValueOnce(larger);
  const onTry = vi.fn();
  render(<TooLong whatFits={whatFits} onTry={onTry} />);
  fireEvent.click(await screen.findByRole('button'));
  expect(onTry).toHaveBeenCalledExactlyOnceWith('large');
  expect((await screen.findByText(en.fitNothing.message)).getAttribute('role')).toBe('status');
  expect(screen.queryByRole('button')).toBeNull();
});

test('where nothing fits from the beginning nothing is said but the problem', async () => {
  const whatFits = vi.fn(async () => nothingFits);
  const { container } = render(<TooLong whatFits={whatFits} onTry={vi.fn()} />);
  await whatFits.mock.results[0]?.value;
  expect(container.textContent).toBe('');
});
