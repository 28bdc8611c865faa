import type { Preview } from '../../../utils/messages/preview-messages';

// @vitest-environment happy-dom

import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { shieldPart } from '../../../components/options/shield-part';
import PreviewHere from '../../../components/preview/PreviewHere';
import { SourceHead } from '../../../components/preview/SourceHead';
import { RunView } from '../../../components/run/RunView';
import en from '../../../public/_locales/en/messages.json';
import { leaving } from '../../../utils/core/shield/shield-source';
import type { Source } from '../../../utils/core/source/source';
import { speak } from '../../../utils/i18n';
import type { Command } from '../../../utils/messages/messages';
import { defaultSettings, type Settings } from '../../../utils/store/settings';
import { estimate, preview, receipt, run, source, turn } from '../../gallery/data/runs';
import { runAsks } from '../run-asks';
import { surroundingsOf } from '../surroundings';

const here = source('Ada is ada@example.org, Bob is bob@example.org.', 'Title');

function shown(from: Source, up: boolean): Preview {
  const { source: sent, found } = leaving(from, up ? [] : null);
  return {
    ...preview(from),
    source: from,
    shielded: found && { title: sent.title, text: sent.text, found },
  };
}

async function open(first: Source = here) {
  const asked: Command[] = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const command = message as Command;
    if (command.kind === 'budget' || command.kind === 'storage-trouble') return null;
    asked.push(command);
    return command.kind === 'preview-source'
      ? shown(command.source, command.shielded)
      : shown(first, false);
  });
  const surroundings = surroundingsOf('panel');
  const ask = vi.fn(async (_: Command) => {});
  const props = { surroundings, ask, pasted: null, onPaste: vi.fn(), onHistory: vi.fn() };
  render(<PreviewHere {...props} />);
  await screen.findByText(first.text);
  return { ask, asked };
}

const shield = () => screen.getByRole('checkbox', { name: /Hide personal data/ });
const textToSend = () => document.querySelector('.source-text')?.textContent;

beforeEach(() => {
  fakeBrowser.reset();
  return speak('en-US', en);
});
afterEach(cleanup);

describe('the shield in the preview', () => {
  test('is off; switched on, shows exactly what leaves, counts it, and is remembered', async () => {
    const { ask } = await open();
    expect(shield()).toHaveProperty('checked', false);
    fireEvent.click(shield());
    await screen.findByText('2 e-mails hidden');
    expect(textToSend()).toBe('Ada is [EMAIL_1], Bob is [EMAIL_2].');
    // Also where no one has to scroll for it.
    expect(document.querySelector('.eyebrow')?.textContent).toMatch(/· 2 e-mails hidden$/);
    const site = { kind: 'shield-site', tabId: 7, site: 'example.org', up: true };
    expect(ask).toHaveBeenCalledExactlyOnceWith(site);
    fireEvent.click(screen.getByRole('option', { name: 'Summarize' }));
    expect(ask).toHaveBeenLastCalledWith(
      expect.objectContaining({ kind: 'start', source: here, shielded: true }),
    );
  });

  test('can be taken down again', async () => {
    const { ask } = await open();
    fireEvent.click(shield());
    await screen.findByText('2 e-mails hidden');
    fireEvent.click(shield());
    await screen.findByText(here.text);
    expect(ask).toHaveBeenLastCalledWith(expect.objectContaining({ up: false }));
  });

  test('of a text without a site is remembered nowhere', async () => {
    const { ask } = await open({ ...here, address: '' });
    fireEvent.click(shield());
    await screen.findByText('2 e-mails hidden');
    expect(ask).not.toHaveBeenCalled();
  });

  test('survives a look at the same text, and not another text', async () => {
    await open();
    fireEvent.click(shield());
    await screen.findByText('2 e-mails hidden');
    await act(() => void window.dispatchEvent(new Event('focus')));
    expect(textToSend()).toContain('[EMAIL_2]');
  });
});

describe('editing before sending', () => {
  test('what was saved is what is sent, and can be undone', async () => {
    const { ask } = await open();
    fireEvent.click(screen.getByRole('button', { name: 'Edit before sending' }));
    expect(screen.queryByRole('combobox', { name: /^Ask/ })).toBeNull();
    const box = screen.getByRole('textbox', { name: 'Text to send' });
    expect(box).toHaveProperty('value', here.text);
    fireEvent.input(box, { target: { value: 'Shorter\u200b.\r\n' } });
    fireEvent.click(screen.getByRole('button', { name: 'Use this text' }));
    await screen.findByText('Shorter.');
    expect(document.querySelector('.eyebrow')?.textContent).toContain('edited');
    fireEvent.click(screen.getByRole('option', { name: 'Summarize' }));
    const [start] = ask.mock.lastCall ?? [];
    expect(start).toMatchObject({ kind: 'start', source: { ...here, text: 'Shorter.' } });
    fireEvent.click(screen.getByRole('button', { name: 'Undo my edits' }));
    await screen.findByText(here.text);
  });

  test('an empty text cannot be used, and cancelled edits are nothing', async () => {
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Edit before sending' }));
    fireEvent.input(screen.getByRole('textbox', { name: 'Text to send' }), {
      target: { value: ' \n' },
    });
    expect(screen.getByRole('button', { name: 'Use this text' })).toHaveProperty('disabled', true);
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(textToSend()).toBe(here.text);
  });
});

describe('the head of a source', () => {
  const headOf = (change: Partial<Source>, language: string | null = null, price = 1e8) => {
    const from = { ...here, text: 'word '.repeat(1000), ...change };
    const of = { ...preview(from), language };
    const cost = { low: price, high: 2 * price };
    const takes = estimate({ prompt: { low: 1000, high: 2000 }, cost });
    render(<SourceHead preview={of} estimate={takes} edited={false} />);
    return document.querySelector('.eyebrow')?.textContent ?? '';
  };

  test('says how much of a page is sent, and what that saves', () => {
    expect(headOf({ kind: 'page', whole: 50_000 }, 'de')).toMatch(
      /^Page · (\d),\d+ of \1\d,\d+ tokens \(-90%, saves \$\d\.\d+\) · German$/,
    );
  });

  test('says what that saves where it is less than a cent', () => {
    expect(headOf({ kind: 'page', whole: 33_333 }, null, 123_457)).toContain('saves $0.0016)');
  });

  test('does not speak of parts of tokens', () => {
    const text = 'Words that stand on a small page.';
    expect(headOf({ kind: 'page', text, whole: text.length + 1 })).toBe('Page · 7 words');
    cleanup();
    expect(headOf({ kind: 'page', text, whole: 2 * text.length })).toMatch(/ \d+ of \d+ tokens/);
  });

  test.each([100, 5_001])(
    'says just the length where of %i characters nothing to speak of was left out',
    (whole) => {
      expect(headOf({ kind: 'page', whole }, 'no language')).toBe('Page · 1,000 words');
    },
  );

  test('does not count as left out what the shield has made shorter', () => {
    const text = 'Write to ada.lovelace@mail.example.org or charles.babbage@mail.example.org. ';
    const from = { ...here, kind: 'page' as const, text: text.repeat(20) };
    const head = (whole: number) => {
      const of = shown({ ...from, whole }, true);
      if (of.kind !== 'source') throw new Error('It is read');
      render(<SourceHead preview={of} estimate={estimate()} edited={false} />);
      const said = document.querySelector('.eyebrow')?.textContent;
      cleanup();
      return said;
    };
    expect(head(from.text.length)).toBe('Page · 140 words · 2 e-mails hidden');
    expect(head(2 * from.text.length)).toContain('(-50%');
  });

  test('does not speak of money where it is next to none', () => {
    expect(headOf({ kind: 'page', whole: 5_500 }, null, 1e4)).toMatch(/tokens \(-9%\)$/);
  });
});

describe('an answer to what was shielded', () => {
  const found = leaving(here, []).found;
  const show = (text: string, kind: 'streaming' | 'done') => {
    const turns = [turn({ kind }, { text, receipt: kind === 'done' ? receipt() : null })];
    const props = { asks: runAsks(), nameModel: () => 'Claude' };
    render(<RunView run={run(here, { found, turns })} {...props} />);
    return document.querySelector('.answer')?.textContent;
  };

  test('shows the originals, and its receipt what was hidden', () => {
    expect(show('Write to [email_2].', 'done')).toBe('Write to bob@example.org.');
    expect(document.querySelector('.receipt')?.textContent).toContain('Hidden2 e-mails');
  });

  test('shows no half of a placeholder while it comes', () => {
    expect(show('Write to [EMAI', 'streaming')?.trim()).toBe('Write to');
  });
});

describe('in the options', () => {
  function lists(settings: Partial<Settings>) {
    const change = vi.fn();
    const parts = (shown: Partial<Settings>) =>
      shieldPart({ ...defaultSettings, ...shown }, change).rows.map(({ content }) => content);
    const { rerender } = render(<div>{parts(settings)}</div>);
    return { change, again: (shown: Partial<Settings>) => rerender(<div>{parts(shown)}</div>) };
  }
  const field = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });

  test('the user’s own list is kept line by line', () => {
    const { change } = lists({ shieldWords: ['Ada'] });
    fireEvent.change(field('Your own list'), { target: { value: 'Ada\n\n Bob ' } });
    expect(change.mock.calls).toEqual([[{ shieldWords: ['Ada', 'Bob'] }]]);
  });

  test.each([
    ['Example.org', 'example.org'],
    [' https://www.example.org/account?id=1 ', 'www.example.org'],
    ['example.org:8443/account', 'example.org'],
    ['münchen.example', 'xn--mnchen-3ya.example'],
    ['not a site', 'not a site'],
  ])('a site that is typed as %j is the site %s', (typed, site) => {
    const { change } = lists({});
    fireEvent.change(field('Sites where it is on'), { target: { value: typed } });
    expect(change.mock.calls).toEqual([[{ shieldedSites: [site] }]]);
  });

  test('what is being typed stays while something else is changed', () => {
    const { again } = lists({ shieldWords: ['Ada'] });
    field('Your own list').value = 'Ada\nBo';
    again({ shieldWords: ['Ada'], theme: 'dark' });
    expect(field('Your own list').value).toBe('Ada\nBo');
  });

  test('what is kept is what is shown, also where nothing of it is new', () => {
    const { change, again } = lists({ shieldedSites: ['example.org'] });
    const sites = field('Sites where it is on');
    fireEvent.change(sites, { target: { value: 'example.org\nhttps://example.org/' } });
    expect(change.mock.calls).toEqual([[{ shieldedSites: ['example.org'] }]]);
    expect(sites.value).toBe('example.org');
    again({ shieldedSites: ['another.example'] });
    expect(sites.value).toBe('another.example');
  });
});
