// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { blocksOf } from '../../../components/run/blocks';
import { RunView } from '../../../components/run/RunView';
import en from '../../../public/_locales/en/messages.json';
import type { Exchange } from '../../../utils/core/glass/exchange';
import { defaultModel } from '../../../utils/core/model';
import { buildRequest } from '../../../utils/core/prompt';
import type { Turn } from '../../../utils/core/runs/turn';
import { speak } from '../../../utils/i18n';
import type { ShownRequest } from '../../../utils/messages/glass-messages';
import { preview, receipt, run, source, turn } from '../../gallery/data/runs';
import { runAsks } from '../run-asks';

const here = source('The harbour froze in January.\nShips waited for a month.', 'Winter', {
  kind: 'page',
});
const body = JSON.stringify(
  buildRequest(run(here), here, { model: defaultModel, language: 'English', documents: true }),
);
const sent = {
  address: 'https://api.anthropic.com/v1/messages',
  headers: [
    ['anthropic-version', '2026-10-21'],
    ['x-api-key', '$ANTHROPIC_API_KEY'],
  ],
} as const;
const exchange: Exchange = {
  ...sent,
  status: 200,
  replied: [['request-id', 'req_1']],
  stopReason: 'end_turn',
  usage: ['{"input_tokens":1}'],
  attempts: 1,
  timing: { queued: 0, firstByte: 400, firstWord: 600, whole: 2000 },
};
const request: ShownRequest = { kind: 'sent', body, sent };

beforeEach(() => {
  fakeBrowser.reset();
  return speak('en-US', en);
});
afterEach(cleanup);

async function open(answer: ShownRequest | Error = request, change: Partial<Turn> = {}) {
  const asked: unknown[] = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (command: unknown) => {
    asked.push(command);
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const ended = turn(
    { kind: 'done' },
    { text: 'It was cold.', receipt: receipt(), exchange, ...change },
  );
  const asks = runAsks();
  const shown = run(here, { turns: [ended] });
  render(<RunView run={shown} nameModel={(id) => id} asks={asks} />);
  fireEvent.click(screen.getByRole('button', { name: 'Show the request', hidden: true }));
  await screen.findByRole('dialog');
  return { asked, asks };
}

const dialog = () => screen.getByRole('dialog');

describe('the glass box', () => {
  test('shows what was sent, part by part, each with its name', async () => {
    const { asked } = await open();
    await screen.findByText(en.glassExact.message);
    expect(asked).toEqual([{ kind: 'turn-request', runId: 'run', turnId: 'turn' }]);
    for (const words of ['Settings', 'Rules', 'Page', 'Title', 'Instruction'])
      expect(dialog().textContent).toContain(words);
    expect(dialog().textContent).toContain('The harbour froze in January.');
    expect(dialog().textContent).not.toContain('{"role"');
  });

  test('says that the same was sent before, to be counted', async () => {
    await open();
    await screen.findByText(en.glassExact.message);
    expect(dialog().textContent).not.toContain('to be counted');
    cleanup();
    await open(request, { counted: 1284 });
    await screen.findByText(
      'Before it was sent, the same was sent to be counted: 1,284 tokens. That is free.',
    );
  });

  test('shows as JSON the body, character by character', async () => {
    await open();
    await screen.findByText(en.glassExact.message);
    fireEvent.click(screen.getByLabelText(en.glassAsJson.message));
    const shown = [...dialog().querySelectorAll('.glass-parts .glass-text')];
    expect(shown.map(({ textContent }) => textContent).join('')).toBe(body);
    expect(shown.every((text) => text.getAttribute('dir') === 'ltr')).toBe(true);
  });

  test('never shows a key, and says so where it stands', async () => {
    await open();
    await screen.findByText(en.glassExact.message);
    const text = dialog().textContent;
    expect(text).toContain('x-api-key');
    expect(text).toContain(en.glassKey.message);
    expect(text).not.toContain('$ANTHROPIC_API_KEY');
  });

  test('tells what came back: status, reason, times, usage as it was', async () => {
    await open();
    await screen.findByText(en.glassBack.message);
    for (const words of ['200', 'end_turn', '400 ms', 'req_1', '{"input_tokens":1}'])
      expect(dialog().textContent).toContain(words);
  });

  test('copies the request whole, as a command and as JSON', async () => {
    await open();
    await screen.findByText(en.glassExact.message);
    const written: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(
      async (text) => void written.push(text),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Copy as cURL' }));
    await waitFor(() => expect(written[0]).toContain(`"$ANTHROPIC_API_KEY"`));
    fireEvent.click(screen.getByRole('button', { name: 'Copy as JSON' }));
    await waitFor(() => expect(written[1]).toBe(body));
  });

  test('reads it with who has never seen one: model, text, answer, and how the bill adds up', async () => {
    const paid = receipt({ sentAt: Date.UTC(2026, 10, 22) });
    await open(request, { receipt: paid });
    const guide = (await screen.findByText(en.guideTitle.message)).parentElement as HTMLElement;
    expect(guide.textContent).toContain('claude-haiku-5-5');
    expect(guide.textContent).toContain('The harbour froze in January. Ships waited');
    expect(guide.textContent).toContain('It was cold.');
    expect(guide.textContent).toContain('Input: 1,284 × $0.10 per million = $0.0001284');
    expect(guide.textContent).toContain('Output: 212 × $0.50 per million = $0.000106');
    expect(guide.textContent).toContain('$0.00023');
  });

  test('compares with the page only when it is asked to, and only with the same page', async () => {
    const { asks } = await open();
    await screen.findByText(en.glassExact.message);
    expect(asks.seePage).not.toHaveBeenCalled();
    const all = { ...here, text: `Menu of the site\n${here.text}\nComments` };
    asks.seePage.mockResolvedValue(preview(all));
    fireEvent.click(screen.getByRole('button', { name: en.glassCompare.message }));
    await screen.findByText(en.glassStruck.message);
    const struck = [...dialog().querySelectorAll('del')].map(({ textContent }) => textContent);
    expect(struck.join('')).toContain('Menu of the site');
    expect(struck.join('')).not.toContain('harbour');
  });

  test('does not compare with another page', async () => {
    const { asks } = await open();
    await screen.findByText(en.glassExact.message);
    asks.seePage.mockResolvedValue(preview({ ...here, address: 'https://example.org/other' }));
    const compare = screen.getByRole('button', { name: en.glassCompare.message });
    compare.focus();
    fireEvent.click(compare);
    const told = await screen.findByText(en.glassOtherPage.message);
    expect(dialog().querySelector('del')).toBeNull();
    expect(document.activeElement).toBe(told);
  });

  test.each([
    ['is still waiting', { state: { kind: 'queued' } as const }, en.glassNotYet.message],
    ['was stopped before it left', { state: { kind: 'stopped' } as const }, en.glassNever.message],
  ])('says of a turn that %s that nothing has left', async (_, change, words) => {
    const planned = { ...request, kind: 'planned', prompt: { low: 90, high: 120 } } as const;
    const unsent = { sentAt: null, receipt: null, exchange: undefined, text: '' };
    await open(planned as ShownRequest, { ...unsent, ...change });
    await screen.findByText(words);
    expect(dialog().textContent).toContain(en.glassPlanned.message);
    expect(dialog().textContent).toContain('≈ 90–120 tokens');
    expect(dialog().textContent).not.toContain(en.glassBack.message);
  });

  test('calls no tokens billed that are not believed', async () => {
    await open(request, { doubt: { kind: 'huge', raw: null } });
    await screen.findByText(en.glassExact.message);
    expect(dialog().textContent).toContain('≈ 1,100–1,500 tokens');
    expect(dialog().textContent).not.toContain('as billed');
  });

  test.each([
    ['gone', { kind: 'gone' }, en.glassGone.message],
    ['of the device', { kind: 'nothing' }, en.glassNothing.message],
    ['not to be had', new Error('no'), en.glassFailed.message],
  ] as const)(
    'says so where a request is %s, and offers nothing to copy',
    async (_, answer, words) => {
      await open(answer);
      await screen.findByText(words);
      expect(screen.queryByRole('button', { name: 'Copy as cURL' })).toBeNull();
    },
  );

  test('closes by its button and is gone', async () => {
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('closes by Escape, which is not left to the browser: it would close a popup as well', async () => {
    await open();
    const back = screen.getByRole('button', { name: 'Back' });
    expect(fireEvent.keyDown(back, { key: 'Escape' })).toBe(false);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

test('blocks of a long text joined are that text, and no character is cut', () => {
  const text = `${'🙂'.repeat(9001)}\n${'a'.repeat(3000)}\n`.repeat(3);
  const blocks = blocksOf(text);
  expect(blocks.join('')).toBe(text);
  expect(blocks.every((block) => block.isWellFormed() && block.length <= 4001)).toBe(true);
});
