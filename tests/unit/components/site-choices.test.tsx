// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SiteChoices } from '../../../components/preview/SiteChoices';
import en from '../../../public/_locales/en/messages.json';
import { builtIns } from '../../../utils/core/actions/action';
import { defaultModel } from '../../../utils/core/model';
import { speak } from '../../../utils/i18n';

beforeEach(() => speak('en-US', en));
afterEach(cleanup);

test.each([
  ['what there is', 'explain', defaultModel.id, 'Explain', defaultModel.name],
  [
    'a model that is gone, by its id, and as usual for an action that is gone',
    'own:00000000-0000-4000-8000-000000000001',
    'claude-gone-1',
    en.siteUsual.message,
    'claude-gone-1',
  ],
])('a site shows %s', (_, action, model, shownAction, shownModel) => {
  render(
    <SiteChoices
      rule={{ site: 'example.org', action, language: null, model }}
      actions={[builtIns.summarize, builtIns.explain]}
      models={[defaultModel]}
      onRule={() => {}}
    />,
  );
  const [first, , last] = screen.getAllByRole<HTMLSelectElement>('combobox');
  expect(first?.selectedOptions[0]?.textContent).toBe(shownAction);
  expect(last?.selectedOptions[0]?.textContent).toBe(shownModel);
});

test('the choices for a site are open where there are some, also when a panel comes to it from another one', () => {
  const none = { site: 'example.com', action: null, language: null, model: null };
  const shown = { actions: [builtIns.summarize], models: [], onRule: () => {} };
  const { rerender } = render(<SiteChoices {...shown} rule={none} />);
  const isOpen = () => screen.getByRole<HTMLDetailsElement>('group').open;
  expect(isOpen()).toBe(false);
  rerender(<SiteChoices {...shown} rule={{ ...none, site: 'example.org', language: 'de' }} />);
  expect(isOpen()).toBe(true);
  rerender(<SiteChoices {...shown} rule={none} />);
  expect(isOpen()).toBe(false);
});
