// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ReceiptView } from '../../../components/run/ReceiptView';
import en from '../../../public/_locales/en/messages.json';
import { anthropicEndpoint } from '../../../utils/core/endpoint';
import { speak } from '../../../utils/i18n';
import { writeModels } from '../../../utils/store/models';
import { changeSettings } from '../../../utils/store/settings';
import { models } from '../../gallery/data/models';
import { receipt } from '../../gallery/data/runs';
import { endpointWith } from '../support';

beforeEach(() => {
  fakeBrowser.reset();
  speak('en-US', en);
});
afterEach(cleanup);

test('a receipt that is opened tells what the same would have cost elsewhere, also at the user’s prices', async () => {
  await writeModels('anthropic', models);
  const router = endpointWith({
    name: 'Router',
    prices: [{ model: 'a/haiku', input: 1_000_000, output: 0 }],
  });
  await changeSettings({ endpoints: [anthropicEndpoint, router] });
  const paid = receipt({ sentAt: Date.UTC(2026, 10, 22) });
  const { container } = render(<ReceiptView receipt={paid} nameModel={(id) => id} />);
  expect(screen.queryByText(/The same tokens on/)).toBeNull();
  const details = container.querySelector('details') as HTMLDetailsElement;
  details.open = true;
  fireEvent(details, new Event('toggle'));
  const name = await screen.findByText('The same tokens on a/haiku · Router');
  const told = name.nextElementSibling?.textContent?.replace(/[\u2066-\u2069]/g, '');
  expect(told).toMatch(/^about \$[\d.]+$/);
  const opus = await screen.findByText('The same tokens on claude-opus-5-5');
  expect(opus.nextElementSibling?.textContent).not.toContain('about');
});
