// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CopyButton } from '../../../components/CopyButton';
import en from '../../../public/_locales/en/messages.json';
import { speak } from '../../../utils/i18n';

beforeEach(() => {
  vi.useFakeTimers();
  speak('en-US', en);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test.each([
  ['Copied', async () => {}],
  ['Not copied', () => Promise.reject(new Error('No clipboard.'))],
])('%s is said once, and its name is not read out when it comes back', async (said, write) => {
  render(<CopyButton text="An answer" write={write} />);
  const status = screen.getByRole('status');
  expect(status.textContent).toBe('');
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
  });
  expect(status.textContent).toBe(said);
  expect(screen.getByRole('button').textContent).toBe(said);
  await act(() => {
    vi.advanceTimersByTime(2_000);
  });
  expect(status.textContent).toBe('');
  expect(screen.getByRole('button').textContent).toBe('Copy');
});
