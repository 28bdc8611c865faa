// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AskForm } from '../../../components/palette/AskForm';
import en from '../../../public/_locales/en/messages.json';
import { actionOf } from '../../../utils/core/actions/own-action';
import { anthropicEndpoint } from '../../../utils/core/endpoint';
import { estimateOf } from '../../../utils/core/estimate/estimate';
import { defaultModel } from '../../../utils/core/model';
import { speak } from '../../../utils/i18n';
import { ownAction } from '../../gallery/data/own-actions';
import { requestWith } from '../support';

beforeEach(() => speak('en-US', en));
afterEach(cleanup);

const prompt = 'Answer {{ask:Whom?}} about {{text}}, and end with {{ask:Whom?}}.';
const action = actionOf(ownAction({ prompt }));
const estimate = estimateOf(requestWith(), anthropicEndpoint, Date.now());

function show() {
  const onAnswer = vi.fn();
  const asks = {
    questions: ['Whom?'],
    onAnswer,
    onBack: vi.fn(),
    nameModel: () => defaultModel.name,
  };
  render(<AskForm action={action} estimate={estimate} {...asks} />);
  const most = () =>
    Number(document.querySelector('.estimate')?.textContent?.match(/–(\d+) tok/)?.[1]);
  return { onAnswer, most };
}

test('what an action asks has its price beside it, and longer answers a higher one', () => {
  const { onAnswer, most } = show();
  expect(document.querySelector('.estimate')?.textContent).toMatch(/\$0\.0\d+.* with Claude Haiku/);
  const before = most();
  const field = screen.getByLabelText('Whom?');
  const answer = 'the committee of the northern district '.repeat(4).trim();
  fireEvent.input(field, { target: { value: answer } });
  // It is sent twice.
  expect(most()).toBeGreaterThanOrEqual(before + 2 * 24);
  fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(onAnswer).toHaveBeenCalledExactlyOnceWith([answer]);
});
