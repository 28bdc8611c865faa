// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Preview } from '../../../components/preview/Preview';
import { SourceText } from '../../../components/preview/SourceText';
import en from '../../../public/_locales/en/messages.json';
import { builtIns } from '../../../utils/core/actions/action';
import type { Source } from '../../../utils/core/source/source';
import { speak } from '../../../utils/i18n';
import type { Preview as PreviewData } from '../../../utils/messages/preview-messages';
import { noAmends } from '../../gallery/data/amends';
import { preview, source } from '../../gallery/data/runs';

const here = source('First line.\nSecond line.', 'Title');

function show(data: PreviewData, actions = Object.values(builtIns)) {
  const asks = {
    onStart: vi.fn(),
    onRemedy: vi.fn(),
    onControls: vi.fn(),
    onKeepOpen: vi.fn(),
    onPaste: vi.fn(),
    site: null,
    onHistory: vi.fn(),
    onOptions: vi.fn(),
  };
  render(
    <Preview
      everything={false}
      onTake={vi.fn()}
      picture={{ isThere: false, isShown: false, take: vi.fn() }}
      amend={noAmends}
      {...asks}
      preview={data}
      answerLanguage={null}
      actions={actions}
      remembered={{}}
      readQuestions={async () => []}
      nameModel={() => 'Claude Haiku 5.5'}
    />,
  );
  return asks;
}

const shownText = () => document.querySelector('.source-text')?.textContent;
const long = Array.from({ length: 3000 }, (_, line) => `Line ${line} of the page.`).join('\n');

beforeEach(() => speak('en-US', en));
afterEach(cleanup);

describe('the preview', () => {
  test('sends nothing before a click, and then exactly the source it showed', () => {
    const { onStart } = show(preview(here));
    expect(onStart).not.toHaveBeenCalled();
    expect(shownText()).toBe(here.text);
    fireEvent.click(screen.getByRole('option', { name: 'Explain' }));
    expect(onStart).toHaveBeenCalledExactlyOnceWith(
      { action: builtIns.explain, question: '' },
      here,
    );
  });

  test('begins in the box, at Summarize', () => {
    show(preview(here));
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: /^Ask/ }));
    expect(document.querySelector('.choice-line[aria-selected=true]')?.textContent).toBe(
      'Summarize',
    );
  });

  test('shows all that would be sent, and nothing else', () => {
    render(<SourceText text={long} />);
    expect(shownText()?.length).toBeLessThan(long.length);
    fireEvent.click(screen.getByRole('button', { name: 'Show all that is sent' }));
    expect(shownText()).toBe(long);
  });

  test('tells tokens and price of the action in question', () => {
    show(preview(here));
    const before = document.querySelector('.estimate')?.textContent;
    expect(before).toMatch(/^≈ \d+–\d+ tokens\$[\d.]+–[\d.]+ with Claude Haiku 5\.5$/);
    fireEvent.pointerMove(screen.getByRole('option', { name: 'Translate' }));
    expect(document.querySelector('.estimate')?.textContent).not.toBe(before);
  });

  test('tells what was left out', () => {
    const less: Source = { ...here, hidden: 1, cut: 2000 };
    show(preview(less));
    expect(screen.getByText(/1 invisible character removed/)).toBeTruthy();
    expect(screen.getByText(/2,000 characters too many/)).toBeTruthy();
  });

  test('without a key points to the options and is still a preview', async () => {
    const { onOptions } = show({ ...preview(here), hasKey: false });
    expect(shownText()).toBe(here.text);
    fireEvent.click(await screen.findByRole('button', { name: 'Add key' }));
    expect(onOptions).toHaveBeenCalledOnce();
  });

  test('says of what the device would do that it costs nothing and goes nowhere', () => {
    const data = preview(here);
    const { summarize } = data.estimates;
    const onDevice = { ...summarize, endpointId: 'device', cost: { low: 0, high: 0 } };
    show({ ...data, hasKey: false, estimates: { ...data.estimates, summarize: onDevice } });
    const line = document.querySelector('.estimate')?.textContent;
    expect(line).toContain('On this device');
    expect(line).not.toMatch(/tokens|\$\d/);
  });

  test('offers nothing to choose about an answer of the device, which heeds none of it, and keeps no room for it', async () => {
    const data = preview(here);
    const onDevice = { ...data.estimates.summarize, endpointId: 'device' };
    show({ ...data, estimates: { ...data.estimates, summarize: onDevice } });
    const offered = () => [...document.querySelectorAll('.controls')].length;
    expect(offered()).toBe(0);
    fireEvent.keyDown(await screen.findByRole('combobox'), { key: 'ArrowDown' });
    expect(screen.getByRole('combobox', { name: 'Answer language' })).toBeTruthy();
  });

  test('says where the text would go, unless that is Anthropic', () => {
    const data = preview(here);
    const summarize = { ...data.estimates.summarize, endpointId: 'own', service: 'Gateway' };
    show({ ...data, estimates: { ...data.estimates, summarize } });
    expect(document.querySelector('.estimate')?.textContent).toMatch(
      /with Claude Haiku 5\.5 · Gateway$/,
    );
  });

  test('can be kept open beside the page', () => {
    const { onKeepOpen } = show(preview(here));
    fireEvent.click(screen.getByRole('button', { name: 'Keep open beside the page' }));
    expect(onKeepOpen).toHaveBeenCalledOnce();
  });

  test('of a frame that cannot be read offers the page, never takes it', () => {
    const { onRemedy } = show({ kind: 'problem', problem: { kind: 'frame-unreadable' } });
    expect(onRemedy).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Read the page instead' }));
    expect(onRemedy).toHaveBeenCalledExactlyOnceWith({ kind: 'use-page' });
  });
});
