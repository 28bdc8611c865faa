// @vitest-environment happy-dom
import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { Answer } from '../../../components/answer/Answer.tsx';

afterEach(cleanup);

test('an answer can be read before the lexer is there, and has its marks after', async () => {
  const { container } = render(<Answer text={'# One\n\nand **two**'} streaming />);
  expect(container.textContent).toBe('# Oneand **two**');
  await waitFor(() => expect(container.querySelector('strong')?.textContent).toBe('two'));
  expect(container.textContent).toBe('Oneand two');
});

test('an answer is busy while it streams and exact when it ends', async () => {
  const { container, rerender } = render(<Answer text="2 * 3 *" streaming />);
  const root = container.firstElementChild;
  await waitFor(() => expect(root?.querySelector('.part')).not.toBeNull());
  expect([root?.getAttribute('aria-busy'), root?.textContent]).toEqual(['true', '2 * 3']);
  rerender(<Answer text="2 * 3 * 4" streaming={false} />);
  await waitFor(() => expect(root?.textContent).toBe('2 * 3 * 4'));
  expect(root?.getAttribute('aria-busy')).toBe('false');
});
