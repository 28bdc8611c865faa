import { beforeEach, describe, expect, test } from 'vitest';
import en from '../../../public/_locales/en/messages.json';
import type { Run } from '../../../utils/core/runs/run';
import { speak } from '../../../utils/i18n';
import { type Badge, badgeOf, badgeWords } from '../../../utils/runs/badge';
import { problems } from '../../gallery/data/problems';
import { confirming, failed, run, source, turn } from '../../gallery/data/runs';

const from = source('Text', 'Title');

describe('the badge', () => {
  test.each<[string, Partial<Run>, Badge]>([
    ['that reads the page', { state: { kind: 'capturing' } }, 'running'],
    ['that is about to be sent', { turns: [turn({ kind: 'sending' })] }, 'running'],
    [
      'that waits to be sent again',
      { turns: [turn({ kind: 'retrying', at: 1, problem: { kind: 'overloaded' } })] },
      'running',
    ],
    ['that is being written', { turns: [turn({ kind: 'streaming' })] }, 'running'],
    ['that waits for consent', { state: confirming(from).state }, 'done'],
    ['that is done', { turns: [turn({ kind: 'done' })] }, 'done'],
    ['that was stopped', { turns: [turn({ kind: 'stopped' })] }, 'done'],
    ['that was cut', { turns: [turn({ kind: 'cut' })] }, 'problem'],
    ['that broke off', { turns: [turn({ kind: 'interrupted', cause: 'silence' })] }, 'problem'],
  ])('of a run %s', (_, change, badge) => {
    expect(badgeOf(run(from, change))).toBe(badge);
    const live = badge === 'running';
    expect(badgeOf(run(from, { ...change, seen: true }))).toBe(live ? badge : null);
  });

  test.each(problems)('of a run that failed for $kind is a problem until it is seen', (problem) => {
    expect(badgeOf(failed(from, problem, ''))).toBe('problem');
    expect(badgeOf({ ...failed(from, problem, ''), seen: true })).toBeNull();
  });
});

describe('the badge in words', () => {
  beforeEach(() => speak('en', en));

  test('says each thing in its own words, and our name when there is nothing to say', () => {
    const words = (['running', 'done', 'problem', null] as const).map(badgeWords);
    expect(new Set(words).size).toBe(4);
    expect(words.join()).not.toMatch(/badge_|\{/);
    expect(words[3]).toBe(en.extName.message);
  });
});
