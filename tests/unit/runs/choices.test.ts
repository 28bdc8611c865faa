import { describe, expect, test } from 'vitest';
import { builtIns } from '../../../utils/core/actions/action';
import type { SiteRule } from '../../../utils/core/site-rule';
import { type Choices, onSite } from '../../../utils/runs/choices';
import { choicesWith, endpointWith, sourceWith } from '../support';

const rule: SiteRule = {
  site: 'example.org',
  action: 'explain',
  language: 'de',
  model: 'claude-opus-5-5',
};

describe('what is wanted on a site', () => {
  const choices = (change: Partial<Choices> = {}) => choicesWith({ siteRules: [rule], ...change });
  const { explain } = builtIns;
  const there = sourceWith({ address: 'https://example.org/winter' });

  test('takes the place of what is usually wanted', () => {
    expect(onSite(choices(), there, { action: explain })).toMatchObject({
      model: 'claude-opus-5-5',
      language: 'German',
    });
  });

  test.each([
    ['on another site', sourceWith({ address: 'https://example.com/' }), {}, 'English'],
    [
      'without a language of its own',
      there,
      { siteRules: [{ ...rule, language: null }] },
      'English',
    ],
  ])('%s it does not, as far as the language goes', (_, source, change, language) => {
    expect(onSite(choices(change), source, { action: explain }).language).toBe(language);
  });

  test.each([
    ['a model that was asked for', { model: 'claude-sonnet-5-5', action: explain }, {}],
    ['a model that the action asks for', { action: { ...explain, model: 'm' } }, {}],
    ['another service', { action: explain }, { endpoint: endpointWith() }],
  ])('gives way to %s', (_, asked, change) => {
    expect(onSite(choices(change), there, asked).model).toBe('claude-haiku-5-5');
  });
});
