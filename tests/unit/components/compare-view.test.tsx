// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import PreviewHere from '../../../components/preview/PreviewHere';
import en from '../../../public/_locales/en/messages.json';
import type { Comparison, Picked } from '../../../utils/core/estimate/compare';
import { speak } from '../../../utils/i18n';
import type { Command } from '../../../utils/messages/messages';
import { estimate, preview, source } from '../../gallery/data/runs';
import { surroundingsOf } from '../surroundings';

const here = source('Text of the page', 'Title');
const short = { prompt: { low: 1100, high: 1500 }, cost: { low: 110_000, high: 900_000 } };

const rows: readonly Comparison[] = [
  {
    name: 'Haiku',
    estimate: estimate(short),
    fit: 'yes',
    tier: { above: 100_000, times: 5, reached: 'no' },
  },
  {
    name: 'Own',
    estimate: estimate({ endpointId: 'own', service: 'Gateway', model: 'own-model', cost: null }),
    fit: 'unknown',
    tier: null,
  },
  {
    name: 'device',
    estimate: estimate({ endpointId: 'device', model: 'device', cost: { low: 0, high: 0 } }),
    fit: 'yes',
    tier: null,
  },
  { name: 'Old', estimate: estimate({ model: 'old' }), fit: 'no', tier: null },
];

/** A background that answers with these rows, and looks again with what was picked. */
async function open(answer: readonly Comparison[] | Error = rows) {
  const asked: Command[] = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const command = message as Command;
    if (command.kind === 'storage-trouble') return null;
    asked.push(command);
    if (command.kind === 'budget') return null;
    if (command.kind === 'has-picture') return false;
    if (command.kind !== 'compare')
      return previewFor(command.kind === 'preview-source' ? command.picked : undefined);
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const surroundings = surroundingsOf('popup');
  const ask = vi.fn(async (_: Command) => {});
  const asks = { ask, onPaste: vi.fn(), onHistory: vi.fn() };
  render(<PreviewHere surroundings={surroundings} pasted={null} {...asks} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Compare models' }));
  await screen.findByRole('dialog', { name: 'The same on each model' });
  return { ask, asked };
}

function previewFor(picked: Picked | undefined) {
  const usual = preview(here);
  if (!picked) return usual;
  const estimates = { ...usual.estimates, summarize: estimate(picked), explain: estimate(picked) };
  return { ...usual, picked, estimates };
}

beforeEach(() => {
  fakeBrowser.reset();
  return speak('en-US', en);
});
afterEach(cleanup);

describe('the comparison', () => {
  test('names each model with its price, and describes it; the one that would be asked is chosen', async () => {
    const { asked } = await open();
    const haiku = await screen.findByRole('radio', { name: 'Haiku $0.00011–0.0009' });
    expect(haiku).toHaveProperty('checked', true);
    expect(describedAs(haiku)).toBe(
      '≈ 1,100–1,500 tokens fits Over 100,000 tokens this model costs 5× as much.',
    );
    expect(screen.getByRole('radio', { name: 'Own · Gateway price unknown' })).toBeTruthy();
    const device = screen.getByRole('radio', { name: 'On this device $0.00' });
    expect(describedAs(device)).toBe('Free, nothing is sent fits ');
    expect(asked.find(({ kind }) => kind === 'compare')).toMatchObject({
      actionId: 'summarize',
      endpointId: 'anthropic',
      model: 'claude-haiku-5-5',
      source: here,
    });
  });

  test('one click asks another model: what it takes is shown, and it is what starts', async () => {
    const { ask } = await open();
    const own = await screen.findByRole('radio', { name: /^Own/ });
    fireEvent.click(own);
    expect(own).toHaveProperty('checked', true);
    expect(ask).not.toHaveBeenCalled();
    await screen.findByText(/with own-model/);
    fireEvent.click(screen.getByRole('option', { name: 'Explain', hidden: true }));
    expect(ask).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        kind: 'start',
        actionId: 'explain',
        endpointId: 'own',
        model: 'own-model',
      }),
    );
  });

  test('a model for which it is too long cannot be chosen, and it is said why', async () => {
    await open();
    const old = await screen.findByRole('radio', { name: /^Old/ });
    expect(old).toHaveProperty('disabled', true);
    expect(describedAs(old)).toContain('too long for this model');
  });

  test('says so when there is nothing to compare', async () => {
    await open(new Error('gone'));
    await screen.findByText('The models could not be compared.');
  });
});

function describedAs(element: HTMLElement): string {
  const id = element.getAttribute('aria-describedby') ?? '';
  return document.getElementById(id)?.textContent ?? '';
}
