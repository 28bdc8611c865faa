import type { Preview } from '../../../utils/messages/preview-messages';

// @vitest-environment happy-dom

import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import PreviewHere from '../../../components/preview/PreviewHere';
import type { Surroundings } from '../../../components/surroundings';
import en from '../../../public/_locales/en/messages.json';
import { speak } from '../../../utils/i18n';
import type { Command } from '../../../utils/messages/messages';
import { estimate, preview, source } from '../../gallery/data/runs';
import { surroundingsOf } from '../surroundings';

const here = source('Text of the page', 'Title');

/** A preview on the device for a summary, at an endpoint of the user's own for the rest. */
const mixed: Preview = {
  ...preview(here),
  hasKey: false,
  estimates: {
    ...preview(here).estimates,
    summarize: estimate({ endpointId: 'device' }),
    explain: estimate({ endpointId: 'own', service: 'Gateway' }),
    translate: estimate({ endpointId: 'own', service: 'Gateway' }),
  },
};

/** A view whose background answers with what is first in the list, as long as there is more than one. */
async function open(...answers: Preview[]) {
  return openAs('panel', ...answers);
}

/** Whether a picture is in view. */
let hasPicture = false;

async function openAs(kind: Surroundings['kind'], ...answers: Preview[]) {
  const asked: Command[] = [];
  const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
  send.mockImplementation(async (message: unknown) => {
    const command = message as Command;
    // Its limits are far.
    if (command.kind === 'budget' || command.kind === 'storage-trouble') return null;
    if (command.kind === 'has-picture') return hasPicture;
    asked.push(command);
    return answers.length > 1 ? answers.shift() : answers[0];
  });
  const surroundings = surroundingsOf(kind);
  const ask = vi.fn(async (_: Command) => {});
  const asks = { ask, onPaste: vi.fn(), onHistory: vi.fn() };
  render(<PreviewHere surroundings={surroundings} pasted={null} {...asks} />);
  await screen.findByText(here.text);
  return { ask, asked };
}

beforeEach(() => {
  fakeBrowser.reset();
  hasPicture = false;
  return speak('en-US', en);
});
afterEach(cleanup);

test('what could not be asked for is asked for again by its button', async () => {
  const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
  let failing = true;
  send.mockImplementation(async (message: unknown) => {
    const { kind } = message as Command;
    if (kind !== 'preview') return null;
    if (failing) throw new Error('gone');
    return preview(here);
  });
  const surroundings = surroundingsOf('popup');
  const asks = { ask: vi.fn(async (_: Command) => {}), onPaste: vi.fn(), onHistory: vi.fn() };
  render(<PreviewHere surroundings={surroundings} pasted={null} {...asks} />);
  await screen.findByText(en.problem_storage_failing.message);
  expect(screen.getByText(en.advice_storage_failing.message)).toBeTruthy();
  expect(screen.queryByText(en.goesUnsaved.message)).toBeNull();
  failing = false;
  fireEvent.click(screen.getByRole('button', { name: en.remedy_try_again.message }));
  expect(await screen.findByText(here.text)).toBeTruthy();
  expect(surroundings.close).not.toHaveBeenCalled();
});

test('an edited text of which nobody can tell what it takes is not offered at the price of the former', async () => {
  const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
  send.mockImplementation(async (message: unknown) => {
    const { kind } = message as Command;
    if (kind === 'preview-source') throw new Error('gone');
    return kind === 'preview' ? preview(here) : null;
  });
  const asks = { ask: vi.fn(async (_: Command) => {}), onPaste: vi.fn(), onHistory: vi.fn() };
  render(<PreviewHere surroundings={surroundingsOf('popup')} pasted={null} {...asks} />);
  await screen.findByText(here.text);
  fireEvent.click(screen.getByText(en.editText.message));
  const [field] = [...document.querySelectorAll<HTMLTextAreaElement>('.edit-text textarea')];
  if (!field) throw new Error('There is no field.');
  fireEvent.input(field, { target: { value: 'Another text' } });
  fireEvent.click(screen.getByText(en.editSave.message));
  await screen.findByText(en.problem_storage_failing.message);
  expect(screen.queryByText(here.text)).toBeNull();
});

describe('the preview of a tab', () => {
  test.each([
    ['Summarize', 'device'],
    ['Explain', 'own'],
    ['Translate', 'own'],
  ])('%s starts at the endpoint that was shown: %s', async (name, endpointId) => {
    const { ask } = await open(mixed);
    fireEvent.click(screen.getByRole('option', { name }));
    const actionId = name.toLowerCase();
    const asked = { actionId, controls: {}, question: '' };
    const start = {
      kind: 'start',
      tabId: 7,
      ...asked,
      source: here,
      shielded: false,
      endpointId,
    };
    expect(ask).toHaveBeenCalledExactlyOnceWith(start);
  });

  test('remembers what is chosen for an action, shows what that takes, and starts with it', async () => {
    const { ask, asked } = await open(preview(here));
    await screen.findByRole('combobox', { name: 'Length' });
    await vi.waitFor(async () => {
      fireEvent.change(screen.getByRole('combobox', { name: 'Length' }), {
        target: { value: 'line' },
      });
      expect(ask).toHaveBeenCalled();
    });
    const summarize = { length: 'line', format: 'bullets' };
    const change = { controls: { summarize } };
    expect(ask).toHaveBeenLastCalledWith({ kind: 'change-settings', change });
    await vi.waitFor(() =>
      expect(asked.at(-1)).toMatchObject({ kind: 'preview-source', source: here }),
    );
    fireEvent.click(screen.getByRole('option', { name: 'Summarize' }));
    expect(ask).toHaveBeenLastCalledWith(
      expect.objectContaining({ actionId: 'summarize', controls: summarize }),
    );
  });

  test('is sent as the user has just amended it, though nobody has told yet what that takes', async () => {
    const { ask, asked } = await open(mixed);
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((message: unknown) => {
      asked.push(message as Command);
      return new Promise(() => {});
    });
    fireEvent.click(screen.getByRole('button', { name: en.editText.message }));
    fireEvent.input(screen.getByRole('textbox', { name: en.sourceText.message }), {
      target: { value: 'Less' },
    });
    fireEvent.click(screen.getByRole('button', { name: en.editSave.message }));
    fireEvent.click(screen.getByRole('checkbox'));
    const amended = { source: { ...here, text: 'Less', place: undefined }, shielded: true };
    await vi.waitFor(() =>
      expect(asked.at(-1)).toMatchObject({ kind: 'preview-source', ...amended }),
    );
    fireEvent.click(screen.getByRole('option', { name: 'Summarize' }));
    expect(ask).toHaveBeenLastCalledWith(expect.objectContaining({ kind: 'start', ...amended }));
  });

  test('offers first what it was opened for, also once it is amended', async () => {
    const amended = source('Another text', 'Title');
    await open({ ...preview(here), wanted: 'translate' }, preview(amended));
    const first = () => document.querySelector('.choice-line[aria-selected=true]')?.textContent;
    expect(first()).toBe('Translate');
    fireEvent.click(screen.getByRole('checkbox'));
    await screen.findByText('Another text');
    expect(first()).toBe('Translate');
  });

  test('is looked at again when the user comes back, and then that is what starts', async () => {
    const later = source('Another selection', 'Title');
    const { ask, asked } = await open(mixed, preview(later));
    await act(() => void window.dispatchEvent(new Event('focus')));
    await screen.findByText('Another selection');
    expect(asked).toEqual([
      { kind: 'preview', tabId: 7, wants: 'selection-or-page' },
      { kind: 'preview', tabId: 7, wants: 'selection-or-page' },
    ]);
    fireEvent.click(screen.getByRole('option', { name: 'Summarize' }));
    expect(ask).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ source: later, endpointId: 'anthropic' }),
    );
  });

  test('of a popup is looked at once: it gets the focus just after it has asked', async () => {
    const { asked } = await openAs('popup', mixed);
    await act(() => void window.dispatchEvent(new Event('focus')));
    expect(asked).toHaveLength(1);
  });

  test('is of everything visible when that is taken, and of the main content again after that', async () => {
    const main = source('Main', 'Title', { kind: 'page', whole: 900, unsure: true });
    const all = source('Main and more', 'Title', { kind: 'everything' });
    const { ask, asked } = await open(mixed, preview(main), preview(all), preview(main));
    await act(() => void window.dispatchEvent(new Event('focus')));
    await screen.findByText('Main');
    const take = screen.getByRole('button', { name: 'Take everything visible instead' });
    // Where it may be wanted, nobody has to scroll past the text for it.
    expect(take.compareDocumentPosition(screen.getByText('Main'))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    fireEvent.click(take);
    await screen.findByText('Main and more');
    fireEvent.click(screen.getByRole('option', { name: 'Summarize' }));
    expect(ask).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ source: all }));
    fireEvent.click(screen.getByRole('button', { name: 'Only the main content' }));
    await screen.findByText('Main');
    expect(asked.map((one) => one.kind === 'preview' && one.wants)).toEqual([
      'selection-or-page',
      'selection-or-page',
      'everything',
      'selection-or-page',
    ]);
  });

  test('keeps the focus where everything visible is taken instead of what is surely the main content', async () => {
    const main = source('Main', 'Title', { kind: 'page', whole: 900 });
    const all = source('Main and more', 'Title', { kind: 'everything' });
    await open(mixed, preview(main), preview(all));
    await act(() => void window.dispatchEvent(new Event('focus')));
    await screen.findByText('Main');
    const take = screen.getByRole('button', { name: 'Take everything visible instead' });
    take.focus();
    fireEvent.click(take);
    await screen.findByText('Main and more');
    expect(document.activeElement?.querySelector('button')).toBe(
      screen.getByRole('button', { name: 'Only the main content' }),
    );
  });

  test('is of the picture in view when that is taken, and of the page again after that', async () => {
    hasPicture = true;
    const media = { kind: 'image', type: 'image/png', file: 'f', width: 40, height: 30 } as const;
    const picture = source('', 'A harbour', { kind: 'image', media });
    const { ask, asked } = await open(mixed, preview(picture), mixed);
    fireEvent.click(screen.getByRole('button', { name: 'Describe the picture in view' }));
    await screen.findByText('A harbour');
    expect(screen.queryByRole('option', { name: 'Summarize' })).toBeNull();
    fireEvent.click(screen.getByRole('option', { name: 'Describe image' }));
    expect(ask).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ actionId: 'describe-image', source: picture }),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    await screen.findByText(here.text);
    expect(asked.map(({ kind }) => kind)).toEqual([
      'preview',
      'preview-picture',
      'file',
      'preview',
    ]);
  });

  test('read at a site that was lent for it stays when the user comes back, as far as the page does', async () => {
    const closed: Preview = {
      kind: 'problem',
      problem: { kind: 'site-not-allowed', origin: 'https://example.org' },
    };
    const paper = source('Text of the paper', 'Paper');
    let found: Preview = closed;
    const asked: Command[] = [];
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
      const command = message as Command;
      asked.push(command);
      if (command.kind === 'preview') return command.lent ? preview(paper) : found;
      return command.kind === 'preview-source' ? preview({ ...paper, title: 'Read' }) : null;
    });
    const surroundings = { ...surroundingsOf('panel'), allowHost: async () => true };
    const asks = { ask: vi.fn(async (_: Command) => {}), onPaste: vi.fn(), onHistory: vi.fn() };
    const view = (page: number) => (
      <PreviewHere surroundings={{ ...surroundings, page }} pasted={null} {...asks} />
    );
    const { rerender } = render(view(0));
    fireEvent.click(await screen.findByRole('button', { name: 'Allow example.org' }));
    await screen.findByText(paper.text);
    await act(() => void window.dispatchEvent(new Event('focus')));
    // What has changed elsewhere shows all the same: a model, a price.
    await screen.findByText('Read');
    expect(screen.getByText(paper.text)).toBeTruthy();
    const looks = asked.filter(({ kind }) => kind.startsWith('preview'));
    expect(looks.at(-1)).toMatchObject({ kind: 'preview-source', source: paper });
    found = preview(here);
    rerender(view(1));
    await screen.findByText(here.text);
    expect(asked.findLast(({ kind }) => kind === 'preview')).not.toHaveProperty('lent');
  });

  test('is not looked at without the site that has just been lent, where the question gives the focus back', async () => {
    const origin = 'https://example.org';
    const paper = source('Text of the paper', 'Paper');
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
      const command = message as Command;
      if (command.kind !== 'preview') return null;
      return command.lent
        ? preview(paper)
        : { kind: 'problem', problem: { kind: 'site-not-allowed', origin } };
    });
    const surroundings = { ...surroundingsOf('panel'), allowHost: async () => true };
    const asks = { ask: vi.fn(async (_: Command) => {}), onPaste: vi.fn(), onHistory: vi.fn() };
    render(<PreviewHere surroundings={surroundings} pasted={null} {...asks} />);
    const allow = await screen.findByRole('button', { name: 'Allow example.org' });
    await act(async () => {
      fireEvent.click(allow);
      await Promise.resolve();
      window.dispatchEvent(new Event('focus'));
    });
    await screen.findByText(paper.text);
  });

  test('offers what is kept for its site, and not in a private window, where nothing is', async () => {
    await open(preview(here), { ...preview(here), isPrivate: true });
    await screen.findByText('On example.org');
    expect(screen.getByRole('checkbox', { name: en.shieldSite.message })).toBeTruthy();
    await act(() => void window.dispatchEvent(new Event('focus')));
    await screen.findByRole('checkbox', { name: en.shieldHere.message });
    expect(screen.queryByText('On example.org')).toBeNull();
  });

  test('says of a choice that cannot be stored that it is not, and shows what stays', async () => {
    const brought = vi.spyOn(Element.prototype, 'scrollIntoView');
    const { ask } = await open(preview(here));
    const failing = async () => {
      throw new Error('The disk is full.');
    };
    fireEvent.click(await screen.findByText('On example.org'));
    const action = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'First action' });
    for (const choose of [
      () => fireEvent.change(action, { target: { value: 'explain' } }),
      () => fireEvent.click(screen.getByRole('checkbox', { name: en.shieldSite.message })),
    ]) {
      ask.mockImplementationOnce(failing);
      choose();
      const told = await screen.findByRole('alert');
      expect(told.textContent).toContain(en.problem_storage_failing.message);
      expect(brought.mock.contexts.at(-1)).toBe(told);
      expect(action.value).toBe('');
      fireEvent.change(action, { target: { value: 'translate' } });
      await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    }
    brought.mockClear();
    for (const value of ['explain', 'translate']) {
      ask.mockImplementationOnce(failing);
      fireEvent.change(action, { target: { value } });
      await act(() => vi.dynamicImportSettled());
    }
    expect(brought).toHaveBeenCalledTimes(2);
    brought.mockRestore();
  });

  test('is not looked at any more once the view has gone', async () => {
    const { asked } = await open(mixed);
    cleanup();
    window.dispatchEvent(new Event('focus'));
    expect(asked).toHaveLength(1);
  });
});
