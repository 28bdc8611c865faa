import { describe, expect, test } from 'vitest';
import { ruleFor, type SiteRule, withRule } from '../../../utils/core/site-rule';

const rule: SiteRule = {
  site: 'example.org',
  action: 'explain',
  language: 'de',
  model: 'claude-opus-5-5',
};
const nothing: SiteRule = { ...rule, action: null, language: null, model: null };

describe('the rules of sites', () => {
  test('are one for each site; one that asks for nothing is none', () => {
    const other = { ...rule, site: 'example.com' };
    expect(withRule([rule, other], { ...rule, language: 'fr' })).toEqual([
      other,
      { ...rule, language: 'fr' },
    ]);
    expect(withRule([rule, other], nothing)).toEqual([other]);
    expect(withRule([], nothing)).toEqual([]);
    expect(withRule([{ ...rule, site: 'www.example.org' }], nothing)).toEqual([]);
  });

  test.each([
    ['https://example.org/winter', rule],
    ['https://www.example.org/', rule],
    ['https://mail.example.org/', null],
    ['http://example.org:8080/', rule],
    ['', null],
    ['about:blank', null],
  ])('of %j', (address, expected) => expect(ruleFor({ address }, [rule])).toBe(expected));
});
