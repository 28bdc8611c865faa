import type { Preview } from '../../../utils/messages/preview-messages';

// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import PreviewHere from '../../../components/preview/PreviewHere';
import en from '../../../public/_locales/en/messages.json';
import { speak } from '../../../utils/i18n';
import type { Command } from '../../../utils/messages/messages';
import type { Counted } from '../../../utils/messages/money-messages';
import { estimate, preview, source } from '../../gallery/data/runs';
import { endpointWith } from '../support';
import { surroundingsOf } from '../surroundings';

const here = preview(source('Text of the page', 'Title'));
const counted: Counted = {
  kind: 'counted',
  estimate: estimate({
    prompt: { low: 1284, high: 1323 },
    counted: 1284,
    maxOutput: 1500,
    cost: { low: 128_400, high: 970_000 },
  }),
};

/** A background that answers a count so; never where there is no answer. */
async function open(answer: Counted | null, shown: Preview = here) {
  let isOpen = false;
  const asked: Command[] = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const command = message as Command;
    if (command.kind === 'storage-trouble') return null;
    asked.push(command);
    if (command.kind === 'budget') return null;
    if (command.kind === 'unlock') {
      isOpen = command.passphrase === 'correct horse battery';
      return isOpen ? { ok: true } : { ok: false, waitMs: 0 };
    }
    if (command.kind === 'preview-source') return preview(command.source);
    if (command.kind !== 'count') return shown;
    return (isOpen ? counted : answer) ?? new Promise(() => {});
  });
  const surroundings = surroundingsOf('popup');
  const ask = vi.fn(async (_: Command) => {});
  const asks = { ask, onPaste: vi.fn(), onHistory: vi.fn() };
  const view = () => <PreviewHere surroundings={surroundings} pasted={null} {...asks} />;
  const { rerender } = render(view());
  await screen.findByRole('option', { name: 'Summarize' });
  return {
    ask,
    asked: () => asked.filter(({ kind }) => kind === 'count'),
    redraw: () => rerender(view()),
  };
}

const button = () => screen.queryByRole('button', { name: 'Count exactly' });
const press = () => fireEvent.click(button() as HTMLElement);

beforeEach(() => {
  fakeBrowser.reset();
  return speak('en-US', en);
});
afterEach(cleanup);

describe('counting exactly', () => {
  test('sends nothing before its click, and says what the click sends', async () => {
    const { asked } = await open(counted);
    expect(asked()).toEqual([]);
    expect(button()?.title).toMatch(/^Sends just this request to Anthropic/);
    press();
    await screen.findByText('exactly 1,284 tokens');
    expect(asked()).toEqual([
      expect.objectContaining({ actionId: 'summarize', endpointId: 'anthropic', question: '' }),
    ]);
  });

  test('tells the tokens, the price before the answer and the longest answer', async () => {
    const { ask } = await open(counted);
    press();
    await screen.findByText('$0.00013 before the answer, which has at most 1,500 tokens.');
    await screen.findByText('$0.00013–0.00097 with Claude Haiku 5.5');
    expect(button()).toBeNull();
    // It starts nothing.
    expect(ask).not.toHaveBeenCalled();
  });

  test('is forgotten when something else would be sent', async () => {
    await open(counted);
    press();
    await screen.findByText('exactly 1,284 tokens');
    fireEvent.input(screen.getByPlaceholderText('Ask, or choose an action'), {
      target: { value: 'Who is it about?' },
    });
    await vi.waitFor(() => expect(button()).not.toBeNull());
    expect(screen.queryByText('exactly 1,284 tokens')).toBeNull();
  });

  test('of an edited text stays when the view is drawn again', async () => {
    const { redraw } = await open(counted);
    fireEvent.click(screen.getByText(en.editText.message));
    fireEvent.input(screen.getByRole('textbox', { name: en.sourceText.message }), {
      target: { value: 'Another text' },
    });
    fireEvent.click(screen.getByText(en.editSave.message));
    await screen.findByText('Another text');
    press();
    await screen.findByText('exactly 1,284 tokens');
    redraw();
    expect(screen.queryByText('exactly 1,284 tokens')).not.toBeNull();
  });

  test('says that it is under way, and asks once', async () => {
    const { asked } = await open(null);
    press();
    fireEvent.click(await screen.findByRole('button', { name: 'Counting…' }));
    expect(asked()).toHaveLength(1);
  });

  test('says why it failed, and can be asked again', async () => {
    const { asked } = await open({ kind: 'problem', problem: { kind: 'offline' } });
    press();
    await screen.findByText('Not counted: You are offline.');
    press();
    expect(asked()).toHaveLength(2);
  });

  test('of a key behind a passphrase asks for that, and counts once it is open', async () => {
    const { ask, asked } = await open({ kind: 'problem', problem: { kind: 'locked' } });
    press();
    const field = await screen.findByLabelText('Passphrase');
    fireEvent.input(field, { target: { value: 'correct horse battery' } });
    fireEvent.click(screen.getByRole('button', { name: 'Unlock' }));
    await screen.findByText('exactly 1,284 tokens');
    expect(asked()).toHaveLength(2);
    expect(screen.queryByLabelText('Passphrase')).toBeNull();
    expect(ask).not.toHaveBeenCalled();
  });

  test('is not offered without a key, nor where nobody counts', async () => {
    await open(counted, { ...here, hasKey: false } as Preview);
    expect(button()).toBeNull();
    cleanup();
    const { id: endpointId, name: service } = endpointWith();
    const elsewhere = estimate({ endpointId, service });
    const estimates = { ...(here.kind === 'source' && here.estimates), summarize: elsewhere };
    await open(counted, { ...here, estimates } as Preview);
    expect(button()).toBeNull();
  });
});
