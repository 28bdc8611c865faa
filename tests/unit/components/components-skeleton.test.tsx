// @vitest-environment happy-dom

import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Skeleton } from '../../../components/Skeleton';
import en from '../../../public/_locales/en/messages.json';
import { speak } from '../../../utils/i18n';

beforeEach(() => {
  vi.useFakeTimers();
  return speak('en-US', en);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('a view that has nothing to show', () => {
  test('says so after eight seconds, that nothing is lost, and offers to try again', async () => {
    const again = vi.fn();
    render(<Skeleton onAgain={again} />);
    await act(() => void vi.advanceTimersByTime(7_900));
    expect(screen.queryByRole('status')).toBeNull();
    await act(() => void vi.advanceTimersByTime(200));
    expect(screen.getByRole('status').textContent).toContain('longer than usual');
    expect(screen.getByRole('status').textContent).toContain('no answer is lost');
    expect(again).not.toHaveBeenCalled();
    fireEvent.click(screen.getByText('Try again'));
    expect(again).toHaveBeenCalledOnce();
  });
});
