// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Panel, type Visit } from '../../../components/Panel';
import { nothingBegun } from '../../../components/preview/begun';
import en from '../../../public/_locales/en/messages.json';
import { anthropicEndpoint } from '../../../utils/core/endpoint';
import type { Problem } from '../../../utils/core/problem';
import type { Run } from '../../../utils/core/runs/run';
import { speak } from '../../../utils/i18n';
import type { Command } from '../../../utils/messages/messages';
import type { Preview } from '../../../utils/messages/preview-messages';
import type { Feed, Watch } from '../../../utils/messages/run-port';
import { writeOwnActions } from '../../../utils/store/own-actions';
import { changeSettings } from '../../../utils/store/settings';
import { ownAction } from '../../gallery/data/own-actions';
import { preview, receipt, run, source, turn } from '../../gallery/data/runs';
import { surroundingsOf } from '../surroundings';

const here = source('Text of the page', 'Title');
const elsewhere = source('Text of another page', 'Another');
const shielded = { title: here.title, text: here.text, found: [] };

/** A panel beside two tabs, 1 and 2, of which the first is in front. */
async function open() {
  const found = new Map<number, Preview>([
    [1, preview(here)],
    [2, preview(elsewhere)],
  ]);
  const asked: Command[] = [];
  const tell = new Map<number, (run: Run) => void>();
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const command = message as Command;
    asked.push(command);
    if (command.kind === 'has-picture') return false;
    if (command.kind === 'preview') return found.get(command.tabId);
    if (command.kind === 'preview-pasted') return preview(source(command.text, ''));
    if (command.kind !== 'preview-source') return null;
    return { ...preview(command.source), shielded: command.shielded ? shielded : null };
  });
  vi.spyOn(fakeBrowser.runtime, 'connect').mockImplementation(() => portOf(tell) as never);
  const visits = new Map<number, Visit>();
  let show: (visit: Visit) => void = () => {};
  const go = (tabId: number, page = 0, moves = 0) =>
    act(() => {
      const { begun } = visits.get(tabId) ?? { begun: nothingBegun() };
      const visit = { tabId, page, moves, begun };
      visits.set(tabId, visit);
      show(visit);
    });
  const follow = (shown: typeof show) => {
    show = shown;
    return () => {};
  };
  const { tabId: _, page: __, moves: ___, begun: ____, ...around } = surroundingsOf('panel');
  render(<Panel around={around} follow={follow} />);
  await go(1);
  return { found, asked, go, begin: (tabId: number, begun: Run) => tell.get(tabId)?.(begun) };
}

/** No run is there, until one is told. */
function portOf(tell: Map<number, (run: Run) => void>) {
  let hear: (feed: Feed) => void = () => {};
  return {
    onMessage: {
      addListener(listener: typeof hear) {
        hear = listener;
      },
    },
    onDisconnect: { addListener() {} },
    disconnect() {},
    postMessage(watch: Watch) {
      if (watch.kind === 'tab')
        tell.set(watch.tabId, (shown) => hear({ kind: 'snapshot', run: shown }));
      hear({ kind: 'snapshot', run: null });
    },
  };
}

const box = () => screen.findByRole<HTMLInputElement>('combobox', { name: en.boxHint.message });
const text = () =>
  screen.findByRole<HTMLTextAreaElement>('textbox', { name: en.sourceText.message });
const write = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
/** The user edits the text that would be sent. */
const shorten = async () => {
  click(en.editText.message);
  write(await text(), 'Less text');
  click(en.editSave.message);
  await screen.findByText('Less text');
};
const starts = (asked: readonly Command[]) => asked.filter(({ kind }) => kind === 'start');

beforeEach(() => {
  fakeBrowser.reset();
  return speak('en-US', en);
});
afterEach(cleanup);

describe('what was begun in a tab is there again after a look at another one', () => {
  test('a first question, until it is asked', async () => {
    const { asked, go } = await open();
    write(await box(), 'Who froze?');
    await go(2);
    await screen.findByText(elsewhere.text);
    expect((await box()).value).toBe('');
    await go(1);
    await screen.findByText(here.text);
    expect((await box()).value).toBe('Who froze?');
    fireEvent.keyDown(await box(), { key: 'Enter' });
    expect(starts(asked)).toMatchObject([{ tabId: 1, question: 'Who froze?' }]);
    await go(2);
    await go(1);
    expect((await box()).value).toBe('');
  });

  test('an edited text, as long as the page says the same', async () => {
    const { asked, found, go } = await open();
    await box();
    await shorten();
    await go(2);
    await screen.findByText(elsewhere.text);
    await go(1);
    await screen.findByText('Less text');
    fireEvent.click(screen.getByRole('option', { name: 'Summarize' }));
    expect(starts(asked)).toMatchObject([{ source: { text: 'Less text' } }]);
    await go(2);
    await go(1);
    await screen.findByText(here.text);
    await shorten();
    await go(2);
    found.set(1, preview(source('It says another thing', 'Title')));
    await go(1);
    await screen.findByText('It says another thing');
  });

  test('an edited text, also at another place of the page', async () => {
    const { found, go } = await open();
    await box();
    await shorten();
    await go(2);
    found.set(1, preview({ ...here, address: `${here.address}#part` }));
    await go(1);
    await screen.findByText('Less text');
  });

  test('an edited text, with the shield that was put up meanwhile', async () => {
    const { asked, found, go } = await open();
    await box();
    await shorten();
    await go(2);
    found.set(1, { ...preview(here), shielded });
    await go(1);
    await vi.waitFor(() =>
      expect(asked.findLast(({ kind }) => kind === 'preview-source')).toMatchObject({
        source: { text: 'Less text' },
        shielded: true,
      }),
    );
  });

  test('a text that is still being edited, unless another page has come in its place', async () => {
    const { found, go } = await open();
    await box();
    click(en.editText.message);
    write(await text(), 'Half of an ed');
    await go(2);
    await screen.findByText(elsewhere.text);
    await go(1);
    expect((await text()).value).toBe('Half of an ed');
    await go(2);
    found.set(1, preview({ ...elsewhere, address: 'https://example.org/other' }));
    await go(1, 1);
    await box();
    expect(screen.queryByRole('textbox', { name: en.sourceText.message })).toBeNull();
  });

  test('a text that is still being edited, and not when the page in front becomes another', async () => {
    const { found, go } = await open();
    await box();
    click(en.editText.message);
    write(await text(), 'Half of an ed');
    found.set(1, preview({ ...here, title: 'A part', address: `${here.address}#part` }));
    await act(() => void window.dispatchEvent(new Event('focus')));
    await screen.findByText('A part');
    expect((await text()).value).toBe('Half of an ed');
    found.set(1, preview({ ...elsewhere, address: 'https://example.org/other' }));
    await go(1, 1);
    await screen.findByText(elsewhere.text);
    expect(screen.queryByRole('textbox', { name: en.sourceText.message })).toBeNull();
    await box();
  });

  test('an open history with what was looked for', async () => {
    const { go } = await open();
    await box();
    click(en.history.message);
    const search = await screen.findByRole<HTMLInputElement>('searchbox');
    write(search, 'harbour');
    await go(2);
    await screen.findByText(elsewhere.text);
    await go(1);
    expect((await screen.findByRole<HTMLInputElement>('searchbox')).value).toBe('harbour');
    fireEvent.click(screen.getByRole('button', { name: en.back.message }));
    await box();
    click(en.history.message);
    expect((await screen.findByRole<HTMLInputElement>('searchbox')).value).toBe('');
  });

  test('a text that is being pasted, and one that was taken, until there is another page', async () => {
    const { found, go } = await open();
    const problem: Problem = { kind: 'page-forbids' };
    found.set(1, { kind: 'problem', problem });
    await go(2);
    await go(1);
    const paste = () => screen.findByLabelText<HTMLTextAreaElement>(en.pasteTitle.message);
    write(await paste(), 'A paragraph');
    await go(2);
    await screen.findByText(elsewhere.text);
    await go(1);
    expect((await paste()).value).toBe('A paragraph');
    click(en.pasteUse.message);
    await screen.findByText('A paragraph');
    await go(2);
    await screen.findByText(elsewhere.text);
    await go(1);
    await screen.findByText('A paragraph');
    await go(1, 1);
    expect((await paste()).value).toBe('');
  });

  test('the answers to what an action asks', async () => {
    await writeOwnActions([ownAction({ title: 'Letter', prompt: '{{ask:Whom?}} {{text}}' })]);
    const { asked, go } = await open();
    fireEvent.click(await screen.findByRole('option', { name: 'Letter' }));
    write(screen.getByLabelText('Whom?'), 'Ada');
    await go(2);
    await screen.findByText(elsewhere.text);
    await go(1);
    expect((await screen.findByLabelText<HTMLInputElement>('Whom?')).value).toBe('Ada');
    click(en.send.message);
    expect(starts(asked)).toMatchObject([{ tabId: 1, answers: ['Ada'] }]);
  });
});

test('what an action asks stays while its page says the same, and goes when that says another thing', async () => {
  await writeOwnActions([ownAction({ title: 'Letter', prompt: '{{ask:Whom?}} {{text}}' })]);
  const { asked, found, go } = await open();
  const looks = () => asked.filter(({ kind }) => kind === 'preview').length;
  fireEvent.click(await screen.findByRole('option', { name: 'Letter' }));
  const field = screen.getByLabelText<HTMLInputElement>('Whom?');
  await vi.waitFor(() => expect(document.activeElement).toBe(field));
  found.set(1, preview({ ...here, address: `${here.address}#part-2` }));
  await go(1, 0, 1);
  await vi.waitFor(() => expect(looks()).toBe(2));
  await act(async () => {});
  expect(document.activeElement).toBe(field);
  found.set(1, preview(elsewhere));
  await go(1, 1, 1);
  await screen.findByText(elsewhere.text);
  expect(screen.queryByLabelText('Whom?')).toBeNull();
});

test('what is shown with its price is looked at again when another view changes who is asked, and for no other choice', async () => {
  const { asked } = await open();
  await box();
  // What is chosen now is known.
  await act(() => vi.dynamicImportSettled());
  const looks = () => asked.filter(({ kind }) => kind === 'preview').length;
  const endpoints = [{ ...anthropicEndpoint, model: 'claude-opus-5-5' }];
  await act(() => changeSettings({ endpoints }));
  await vi.waitFor(() => expect(looks()).toBe(2));
  await act(async () => void (await writeOwnActions([ownAction({ model: 'claude-opus-5-5' })])));
  await vi.waitFor(() => expect(looks()).toBe(3));
  await act(() => changeSettings({ theme: 'dark', controls: { summarize: { length: 'line' } } }));
  await act(() => changeSettings({ endpoint: 'device' }));
  await vi.waitFor(() => expect(looks()).toBe(4));
});

test('what begins in a tab is shown, also where its history was open', async () => {
  const { begin } = await open();
  await box();
  click(en.history.message);
  await screen.findByRole('searchbox');
  const answer = turn({ kind: 'done' }, { text: 'It froze.', receipt: receipt() });
  await act(() => begin(1, run(here, { turns: [answer] })));
  await screen.findByText('It froze.');
});
